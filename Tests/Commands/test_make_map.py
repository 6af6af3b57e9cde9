"""`make map`: the territory's tiles out of an OpenStreetMap extract, made for real and served."""

import gzip
import json
import math
import shutil
import sqlite3
import subprocess

import pytest
from mvt import decode
from vitrine_server import ROOT, VitrineServer

BUILD = ROOT / "deploy/map/build.py"
VILLAGE = ROOT / "Tests/Fixtures/map/village.osm"
CENTRE = (43.800, 4.085)

pytestmark = pytest.mark.skipif(
    not (shutil.which("tilemaker") and shutil.which("osmium")), reason="tilemaker or osmium-tool is missing (make setup-test)")


def square(lat: float, lon: float, zoom: int) -> tuple:
    side = 2**zoom
    return int((lon + 180) / 360 * side), int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * side)


def build(*arguments) -> subprocess.CompletedProcess:
    # The system's Python, as in the Makefile: it has Debian's YAML.
    return subprocess.run(["/usr/bin/python3", BUILD, *arguments], capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def extract(tmp_path_factory):
    pbf = tmp_path_factory.mktemp("extract") / "village.osm.pbf"
    subprocess.run(["osmium", "cat", "--no-progress", "-o", pbf, VILLAGE], check=True)
    return pbf


@pytest.fixture(scope="module")
def made(extract, tmp_path_factory):
    output = tmp_path_factory.mktemp("map") / "territory.mbtiles"
    return output, build(extract, "--output", output)


def layers(tiles, zoom: int) -> dict[str, list[dict]]:
    """Every feature of a zoom, by layer."""
    found: dict[str, list[dict]] = {}
    with sqlite3.connect(tiles) as database:
        for (data,) in database.execute("SELECT tile_data FROM tiles WHERE zoom_level = ?", [zoom]):
            for layer, features in decode(gzip.decompress(data)).items():
                found.setdefault(layer, []).extend(features)
    return found


def classes(tiles, zoom: int, layer: str) -> set:
    return {feature.get("class") for feature in layers(tiles, zoom).get(layer, [])}


def test_it_says_what_it_made_and_leaves_nothing_else(made):
    output, done = made
    assert done.returncode == 0, done.stderr
    assert f"map: made {output}" in done.stdout
    assert "zooms 9 to 14" in done.stdout
    assert [path.name for path in output.parent.iterdir()] == ["territory.mbtiles"]
    with sqlite3.connect(output) as database:
        metadata = dict(database.execute("SELECT name, value FROM metadata"))
    assert "OpenStreetMap" in metadata["attribution"]
    assert metadata["bounds"] == "3.95134,43.69018,4.28909,43.98607"
    assert [layer["id"] for layer in json.loads(metadata["json"])["vector_layers"]] == [
        "ground", "water", "waterway", "building", "road", "place", "point"]


def test_what_a_walker_steers_by_is_there_from_close(made):
    near = layers(made[0], 14)
    assert {"forest", "scrub", "vineyard", "orchard", "field", "town"} <= {feature["class"] for feature in near["ground"]}
    assert {"secondary", "main", "minor", "track", "path", "steps", "cycleway", "rail"} <= {
        feature["class"] for feature in near["road"]}
    assert {"peak", "viewpoint", "drinking_water", "toilets", "castle", "church", "windmill", "station"} <= {
        feature["class"] for feature in near["point"]}
    assert {feature["class"] for feature in near["water"]} == {"river", "pond"}
    peak = next(feature for feature in near["point"] if feature["class"] == "peak")
    assert peak["name"] == "Puech Inventé"
    assert "ele" in peak
    assert any(feature.get("bridge") for feature in near["road"])
    assert any(feature.get("intermittent") for feature in near["waterway"])
    assert len(near["building"]) >= 36


def test_what_nobody_can_use_stays_out(made):
    near = layers(made[0], 14)
    assert "service" not in {feature["class"] for feature in near["road"]}, "a private drive and a car park's aisle"
    toilets = {tuple(map(tuple, feature["geometry"][0])) for feature in near["point"] if feature["class"] == "toilets"}
    assert len(toilets) == 1, "the private ones aren't for visitors"


def test_from_afar_only_what_gives_the_land_its_shape_is_left(made):
    assert classes(made[0], 9, "road") == {"main", "secondary", "cycleway"}
    assert classes(made[0], 9, "waterway") == {"river"}
    assert classes(made[0], 10, "place") == {"village"}
    assert "building" not in layers(made[0], 12)
    assert "track" in classes(made[0], 12, "road"), "a signed hike follows it"


def test_signed_routes_and_greenways_are_marked(made):
    roads = layers(made[0], 14)["road"]
    greenway = next(feature for feature in roads if feature.get("name") == "Voie Verte Inventée")
    assert (greenway["greenway"], greenway["route"]) == (True, "bicycle")
    assert next(feature for feature in roads if feature.get("name") == "Chemin Inventé")["route"] == "foot"


def test_names_are_kept_in_the_languages_of_the_screens_where_they_differ(made):
    village = next(feature for feature in layers(made[0], 14)["place"] if feature["class"] == "village")
    assert village["name"] == "Bourg-Inventé"
    assert (village["name:nl"], village["name:de"]) == ("Verzonnen Dorp", "Erfundenes Dorf")
    assert "name:en" not in village


def test_a_clearing_in_a_wood_is_a_hole(made):
    assert any(len(feature["geometry"]) > 1 for feature in layers(made[0], 12)["ground"] if feature["class"] == "forest")


def test_the_server_shows_it(made, tmp_path, content):
    (content / "map").mkdir(exist_ok=True)
    shutil.copy(made[0], content / "map/territory.mbtiles")
    with VitrineServer(tmp_path / "data", content) as server:
        tiles = json.loads(server.get("/api/v1/map")[1])["tiles"]
        assert (tiles["kind"], tiles["min_zoom"], tiles["max_zoom"]) == ("vector", 9, 14)
        x, y = square(*CENTRE, 14)
        status, tile, _ = server.get(tiles["url"].format(z=14, x=x, y=y))
        assert status == 200
        assert {"road", "building", "ground"} <= decode(tile).keys()


def test_what_the_person_has_to_mend_is_said(extract, tmp_path):
    page = tmp_path / "page.osm.pbf"
    page.write_text("<html>")
    output = tmp_path / "out/territory.mbtiles"
    for arguments, words in (
        ([""], "which extract?"),
        ([tmp_path / "none.osm.pbf"], "there is no such file"),
        ([page], "isn't an .osm.pbf extract"),
        ([extract, "--area", "4,43"], "give four numbers"),
        ([extract, "--area", "43.7,4,43.9,4.2"], "nothing of the territory"),
        ([extract, "--area", "4.2,43.7,4,43.9"], "west,south,east,north"),
        ([extract, "--area=-2,40,5,47"], "2 by 2 degrees at most"),
        ([extract, "--area", "5.0,44.5,5.2,44.6"], "nothing of the territory"),
    ):
        done = build(*arguments, "--output", output)
        assert done.returncode == 1, arguments
        assert words in done.stderr, (arguments, done.stderr)
        assert "Traceback" not in done.stderr
        assert not output.exists()


def test_the_dense_land_of_the_bench_is_made_with_the_same_layers(tmp_path):
    output = tmp_path / "dense.mbtiles"
    script = ROOT / "Benchmarks/make_map.py"
    done = subprocess.run(["/usr/bin/python3", script, output, "--villages", "3"], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert layers(output, 14).keys() == {"ground", "water", "waterway", "building", "road", "place", "point"}
