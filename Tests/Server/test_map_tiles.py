"""The office's own map: what the server says of it, and its tiles."""

import gzip
import json
import os
import sqlite3
import struct
import subprocess
import time

import yaml
from jsonschema import Draft202012Validator
from mvt import decode
from vitrine_server import ROOT, VitrineServer, binary

PNG = bytes.fromhex("89504e470d0a1a0a") + b"a picture as far as its beginning says"
VILLAGE = (14, 8378, 5992)


def layer_tile(name: str) -> bytes:
    """A vector tile with one layer of one point."""
    feature = bytes([0x18, 1, 0x22, 3, 9, 50, 34])
    layer = b"\x0a" + bytes([len(name)]) + name.encode() + b"\x12" + bytes([len(feature)]) + feature + b"\x28\x80\x20\x78\x02"
    return b"\x1a" + bytes([len(layer)]) + layer


def write_mbtiles(path, tiles: dict, **metadata) -> None:
    """Made beside, then moved into place, as `make map` does."""
    fresh = path.with_name(path.name + ".new")
    with sqlite3.connect(fresh) as database:
        database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        database.execute("CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)")
        database.executemany("INSERT INTO metadata VALUES (?, ?)", metadata.items())
        database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)",
                             [(z, x, 2**z - 1 - y, data) for (z, x, y), data in tiles.items()])
    database.close()
    os.replace(fresh, path)


def vector_map(content, name: str = "road"):
    tiles = {VILLAGE: gzip.compress(layer_tile(name)), (14, 8379, 5992): b"", (13, 4189, 2996): layer_tile(name)}
    write_mbtiles(content / "map/territory.mbtiles", tiles, format="pbf", bounds="4.0,43.7,4.3,44.0",
                  attribution='<a href="https://www.openstreetmap.org/copyright">© OpenStreetMap</a>',
                  json=json.dumps({"vector_layers": [{"id": "road", "fields": {}}]}))


def described(server) -> dict | None:
    status, body, _ = server.get("/api/v1/map")
    assert status == 200
    schemas = yaml.safe_load((ROOT / "docs/openapi.yaml").read_text())["components"]["schemas"]
    document = json.loads(body)
    Draft202012Validator(schemas["Map"]).validate(document)
    return document["tiles"]


def address(tiles: dict, z: int, x: int, y: int) -> str:
    return tiles["url"].format(z=z, x=x, y=y)


def until(check, wait: float = 20):
    deadline = time.monotonic() + wait
    while time.monotonic() < deadline:
        found = check()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not happen")


def test_without_a_map_the_server_says_so(tmp_path, content):
    with VitrineServer(tmp_path / "data", content) as server:
        assert described(server) is None
        assert server.get("/map/x/14/8378/5992")[0] == 404


def test_a_vector_tile_goes_out_as_it_is_stored_or_inflated_as_the_client_wants(tmp_path, content):
    (content / "map").mkdir(exist_ok=True)
    vector_map(content)
    with VitrineServer(tmp_path / "data", content) as server:
        tiles = described(server)
        assert (tiles["kind"], tiles["min_zoom"], tiles["max_zoom"], tiles["layers"]) == ("vector", 13, 14, ["road"])
        assert tiles["bounds"] == [4.0, 43.7, 4.3, 44.0]
        assert tiles["attribution"] == "© OpenStreetMap"
        status, packed, headers = server.get(address(tiles, *VILLAGE), {"Accept-Encoding": "gzip, br"})
        assert (status, headers["content-encoding"]) == (200, "gzip")
        assert headers["content-type"] == "application/vnd.mapbox-vector-tile"
        assert "immutable" in headers["cache-control"]
        assert headers["vary"] == "Accept-Encoding"
        status, plain, plain_headers = server.get(address(tiles, *VILLAGE))
        assert status == 200
        assert "content-encoding" not in plain_headers
        assert gzip.decompress(packed) == plain
        assert decode(plain) == {"road": [{"shape": "point", "geometry": [[(25, 17)]]}]}
        assert headers["etag"] != plain_headers["etag"]
        status, body, _ = server.get(address(tiles, *VILLAGE), {"Accept-Encoding": "gzip", "If-None-Match": headers["etag"]})
        assert (status, body) == (304, b"")
        # One that is stored plain goes out plain, whatever the client would take.
        status, body, headers = server.get(address(tiles, 13, 4189, 2996), {"Accept-Encoding": "gzip"})
        assert (status, body) == (200, layer_tile("road"))
        assert "content-encoding" not in headers
        status, nothing, head = server.request("HEAD", address(tiles, *VILLAGE))
        assert (status, nothing, head["content-length"]) == (200, b"", str(len(plain)))


def test_nothing_drawn_is_no_content_and_what_cannot_be_a_tile_is_not_found(tmp_path, content):
    (content / "map").mkdir(exist_ok=True)
    vector_map(content)
    with VitrineServer(tmp_path / "data", content) as server:
        tiles = described(server)
        for square in ((14, 8379, 5992), (14, 8380, 5992), (14, 0, 0)):
            status, body, headers = server.get(address(tiles, *square))
            assert (status, body) == (204, b"")
            assert "immutable" in headers["cache-control"]
        known = f"/map/{tiles['version']}"
        for path in ("/12/0/0", "/15/0/0", "/14/16384/0", "/14/0/16384", "/14/-1/0", "/14/+1/0", "/14/01/0", "/14/1.0/0",
                     "/14/8378", "/14/8378/5992/", "/14/8378/5992.pbf", "//14/8378/5992", "/99999999999999999999/0/0", "/", ""):
            status, body, _ = server.get(known + path)
            assert status == 404, path
            assert json.loads(body)["error"]["hint"]
        assert server.get("/map/other/14/8378/5992")[0] == 404
        assert server.request("POST", address(tiles, *VILLAGE), b"")[0] == 405


def test_pictures_are_served_as_pictures(tmp_path, content):
    (content / "map").mkdir(exist_ok=True)
    write_mbtiles(content / "map/photo.mbtiles", {VILLAGE: PNG}, format="png")
    with VitrineServer(tmp_path / "data", content) as server:
        tiles = described(server)
        assert tiles["kind"] == "raster"
        assert "layers" not in tiles
        status, body, headers = server.get(address(tiles, *VILLAGE), {"Accept-Encoding": "gzip"})
        assert (status, body, headers["content-type"]) == (200, PNG, "image/png")
        assert "content-encoding" not in headers


def test_a_pmtiles_file_does_as_well(tmp_path, content):
    (content / "map").mkdir(exist_ok=True)
    tile = gzip.compress(layer_tile("water"))
    assert len(tile) < 128
    metadata, root = b"{}", bytes([1, 0, 1, len(tile), 1])
    places = [127, len(root), 127 + len(root), len(metadata), 127, 0, 127 + len(root) + len(metadata), len(tile), 1, 1, 1]
    degrees = [int(side * 10_000_000) for side in (4.0, 43.7, 4.3, 44.0)]
    head = b"PMTiles\x03" + struct.pack("<11Q", *places) + bytes([1, 1, 2, 1, 0, 0]) + struct.pack("<4i", *degrees) + bytes(9)
    (content / "map/territory.pmtiles").write_bytes(head + root + metadata + tile)
    with VitrineServer(tmp_path / "data", content) as server:
        tiles = described(server)
        assert (tiles["min_zoom"], tiles["max_zoom"], tiles["bounds"]) == (0, 0, [4.0, 43.7, 4.3, 44.0])
        assert decode(server.get(address(tiles, 0, 0, 0))[1]).keys() == {"water"}


def test_a_new_map_is_taken_up_while_the_server_runs_and_a_broken_one_replaces_nothing(tmp_path, content):
    (content / "map").mkdir(exist_ok=True)
    file = content / "map/territory.mbtiles"
    with VitrineServer(tmp_path / "data", content) as server:
        vector_map(content)
        first = until(lambda: described(server))
        vector_map(content, "water")
        second = until(lambda: (now := described(server)) and now["version"] != first["version"] and now)
        assert decode(server.get(address(second, *VILLAGE))[1]).keys() == {"water"}
        assert server.get(address(first, *VILLAGE))[0] == 404
        broken = file.with_name("broken")
        broken.write_bytes(file.read_bytes()[:5000])
        broken.replace(file)
        until(lambda: "The map is cut short or damaged" in server.log.read_text())
        assert described(server) == second
        assert decode(server.get(address(second, *VILLAGE))[1]).keys() == {"water"}
        file.unlink()
        until(lambda: described(server) is None)


def test_the_content_check_names_a_broken_map_and_how_to_mend_it(content):
    (content / "map").mkdir(exist_ok=True)
    (content / "map/a.mbtiles").write_bytes(b"not a map")
    (content / "map/b.pmtiles").write_bytes(b"neither")
    done = subprocess.run([binary(), "content", "check", content, "--json"], capture_output=True, text=True, timeout=60,
                          env=os.environ | {"LANG": "en_GB.UTF-8"})
    problems = {problem["file"]: problem for problem in json.loads(done.stdout)["problems"]}
    assert done.returncode == 0, "a broken map keeps no catalogue from the screens"
    assert problems["map/a.mbtiles"]["code"] == "map-not-tiles"
    assert "make map" in problems["map/a.mbtiles"]["hint"]
    assert problems["map/b.pmtiles"]["code"] == "map-not-shown"
