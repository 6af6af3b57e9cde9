"""What the server answers to a screen that asks properly."""

import gzip
import http.client
import json
import re
import ssl
import subprocess

import pytest
import yaml
from jsonschema import Draft202012Validator
from vitrine_server import ROOT, VitrineServer, free_port, interaction

DESCRIPTION = yaml.safe_load((ROOT / "docs/openapi.yaml").read_text())
LANGUAGES = ["fr", "en", "nl", "de", "es"]


def closed(schema):
    """The same schema, refusing what it doesn't name: what is sent and not described is a fault too."""
    if isinstance(schema, dict):
        schema = {key: closed(value) for key, value in schema.items()}
        if schema.get("type") == "object" and "properties" in schema:
            schema.setdefault("additionalProperties", False)
        return schema
    return [closed(value) for value in schema] if isinstance(schema, list) else schema


def schema(name: str) -> Draft202012Validator:
    schemas = closed(DESCRIPTION["components"]["schemas"])
    # A place is its summary and more: both halves have to be known together.
    summary, rest = schemas["PlaceSummary"], schemas["Place"]["allOf"][1]
    schemas["Place"] = {
        "type": "object", "additionalProperties": False, "required": summary["required"] + rest["required"],
        "properties": summary["properties"] | rest["properties"],
    }
    return Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}})


def read(server, path: str, **headers):
    status, body, answered = server.get(path, headers)
    assert status == 200, (path, status, body[:300])
    return body, answered


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_catalogue_and_every_place_are_as_described_in_every_language(server, lang):
    catalogue = json.loads(read(server, f"/api/v1/{lang}/catalogue")[0])
    schema("Catalogue").validate(catalogue)
    assert catalogue["lang"] == lang
    assert catalogue["languages"] == LANGUAGES
    validator = schema("Place")
    summaries = {place["id"]: place for place in catalogue["places"]}
    for place_id, summary in summaries.items():
        place = json.loads(read(server, f"/api/v1/{lang}/places/{place_id}")[0])
        validator.validate(place)
        assert {key: place[key] for key in summary} == summary


def test_the_shipped_catalogue_has_what_the_office_needs_to_open(server):
    places = json.loads(read(server, "/api/v1/fr/catalogue")[0])["places"]
    count = {kind: sum(place["kind"] == kind for place in places) for kind in ("heritage", "hike", "greenway", "cellar")}
    assert count["heritage"] >= 20
    assert count["hike"] >= 12
    assert count["greenway"] >= 3
    assert count["cellar"] >= 10
    for lang in LANGUAGES:
        for place in json.loads(read(server, f"/api/v1/{lang}/catalogue")[0])["places"]:
            assert place["name"]["lang"] == lang, place["id"]
            assert place["teaser"]["lang"] == lang, place["id"]


def test_every_picture_qr_code_and_track_that_is_named_is_there(server):
    for place in json.loads(read(server, "/api/v1/fr/catalogue")[0])["places"]:
        body, headers = read(server, place["picture"]["src"])
        assert headers["content-type"] in ("image/svg+xml", "image/jpeg")
        assert "immutable" in headers["cache-control"]
        body, headers = read(server, f"/api/v1/places/{place['id']}/qr.svg")
        assert body.startswith(b"<svg") or b"<svg" in body[:200]
        assert b"/phone/main.js" in read(server, f"/p/{place['code']}")[0]
        whole = json.loads(read(server, f"/api/v1/fr/places/{place['id']}")[0])
        if "line" in whole:
            body, headers = read(server, f"/api/v1/places/{place['id']}/track.gpx")
            assert headers["content-type"].startswith("application/gpx+xml")
            assert b"<gpx" in body
            assert whole["line"]["kind"] == "recorded" or b"<trk>" not in body


def test_a_body_comes_in_the_encoding_asked_for_and_not_again_when_it_is_known(server):
    plain, headers = read(server, "/api/v1/fr/catalogue")
    packed, packed_headers = read(server, "/api/v1/fr/catalogue", **{"Accept-Encoding": "gzip"})
    brotli, brotli_headers = read(server, "/api/v1/fr/catalogue", **{"Accept-Encoding": "br, gzip"})
    assert gzip.decompress(packed) == plain
    assert packed_headers["content-encoding"] == "gzip"
    assert brotli_headers["content-encoding"] == "br"
    assert len(brotli) < len(packed) < len(plain)
    assert len({h["etag"] for h in (headers, packed_headers, brotli_headers)}) == 3
    for answer, encoding in ((headers, "identity"), (packed_headers, "gzip"), (brotli_headers, "br")):
        asked = {"If-None-Match": answer["etag"], "Accept-Encoding": encoding}
        status, body, again = server.get("/api/v1/fr/catalogue", asked)
        assert (status, body, again["etag"]) == (304, b"", answer["etag"])


def test_head_says_what_get_would(server):
    body, headers = read(server, "/api/v1/fr/catalogue")
    status, nothing, head = server.request("HEAD", "/api/v1/fr/catalogue")
    assert (status, nothing) == (200, b"")
    assert head["content-length"] == str(len(body))
    assert head["etag"] == headers["etag"]


def test_a_range_is_answered_with_that_part(server):
    body, _ = read(server, "/api/v1/fr/catalogue")
    status, part, headers = server.get("/api/v1/fr/catalogue", {"Range": "bytes=100-199"})
    assert (status, part) == (206, body[100:200])
    assert headers["content-range"] == f"bytes 100-199/{len(body)}"


def test_the_web_app_is_served_with_headers_that_deny_by_default(server):
    _, headers = read(server, "/")
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in policy
    assert "set-cookie" not in headers


def test_what_does_not_exist_is_told_in_the_one_form_of_errors(server):
    for path in ("/api/v1/xx/catalogue", "/api/v1/fr/places/atlantis", "/api/v2/fr/catalogue"):
        status, body, headers = server.get(path)
        assert status == 404
        schema("Error").validate(json.loads(body))
        assert json.loads(body)["error"]["request_id"] == headers["x-request-id"]


def test_screens_are_told_of_new_content_as_it_comes(tmp_path, content):
    with VitrineServer(tmp_path / "data", content) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        connection.request("GET", "/api/v1/events")
        stream = connection.getresponse()
        assert stream.getheader("Content-Type").startswith("text/event-stream")

        def version() -> str:
            event = None
            while True:
                line = stream.readline().decode()
                if line.startswith("event:"):
                    event = line[6:].strip()
                elif line.startswith("data:") and event == "content":
                    return json.loads(line[5:])["version"]

        first = version()
        assert first == json.loads(read(server, "/api/v1/fr/catalogue")[0])["version"]
        text = content / "places/heritage/pont-romain/fr.md"
        text.write_text(text.read_text() + "\nUne phrase de plus.\n")
        second = version()
        assert second != first
        assert second == json.loads(read(server, "/api/v1/fr/catalogue")[0])["version"]
        assert "Une phrase de plus." in json.loads(read(server, "/api/v1/fr/places/pont-romain")[0])["body"]["html"]
        connection.close()


def test_metrics_count_what_was_recorded(server):
    server.post([interaction() for _ in range(3)])
    text = read(server, "/metrics")[0].decode()
    assert "vitrine_interactions_recorded_total 3\n" in text
    for line in text.splitlines():
        assert line.startswith("# ") or re.fullmatch(r'vitrine_[a-z_]+(\{[a-z]+="[^"]*"\})? -?\d+', line), line


def test_each_request_has_one_line_in_the_access_log_and_nothing_of_whoever_asked(tmp_path):
    log = tmp_path / "access.log"
    with VitrineServer(tmp_path / "data", ROOT / "content", None, "--access-log", str(log)) as server:
        _, _, headers = server.get("/api/v1/fr/places/atlantis?q=Jeanne+Dupont")
    lines = [line for line in log.read_text().splitlines() if "atlantis" in line]
    assert len(lines) == 1
    assert headers["x-request-id"] in lines[0]
    assert " 404 " in lines[0]
    assert "Dupont" not in log.read_text()
    assert "127.0.0.1" not in log.read_text()


def test_it_serves_https_with_the_office_s_own_certificate(tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    port = free_port()
    server = VitrineServer(
        tmp_path / "data", ROOT / "content", port, "--tls-certificate", str(certificate), "--tls-key", str(key))
    process = subprocess.Popen(server.command(), stdout=subprocess.PIPE, text=True)
    try:
        assert f"https://127.0.0.1:{port}" in process.stdout.readline()
        trust = ssl.create_default_context(cafile=certificate)
        connection = http.client.HTTPSConnection("127.0.0.1", port, context=trust, timeout=5)
        connection.request("GET", "/healthz")
        assert connection.getresponse().status == 200
    finally:
        process.terminate()
        process.wait(10)
