"""How the office's own tiles are drawn: the style alone, then on a canvas with the tiles of an invented village."""

import shutil
import subprocess

import pytest
from vitrine_server import ROOT, VitrineServer

LOAD = """async () => {
    const { loadMapLibrary } = await import("/lib/map/library.js");
    const { tileStyle } = await import("/lib/map/style.js");
    const ol = await loadMapLibrary();
    const look = { text_px: 18 };
    const at = (zoom) => 156543.034 / 2 ** zoom;
    const feature = (layer, rest) => ({ get: (key) => ({ layer, ...rest })[key] });
    window.tiles = {
        ol, tileStyle, at, feature, look,
        drawn: (style, zoom, layer, rest) => [style(feature(layer, rest), at(zoom)) ?? []].flat(),
    };
}"""


@pytest.fixture
def page(reception, screen):
    visitor = screen(reception.url).open()
    visitor.page.evaluate(LOAD)
    return visitor.page


def test_names_are_in_the_visitors_language_where_the_map_has_them(page):
    texts = page.evaluate(
        """() => {
            const { ol, tileStyle, drawn, look } = window.tiles;
            const village = { class: "village", rank: 3, name: "Bourg", "name:nl": "Dorp" };
            return ["nl", "es"].map((lang) => drawn(tileStyle(ol, look, lang), 14, "place", village)[0].getText().getText());
        }"""
    )
    assert texts == ["Dorp", "Bourg"]


def test_a_style_is_made_once_and_kept(page):
    assert page.evaluate(
        """() => {
            const { ol, tileStyle, drawn, look } = window.tiles;
            const style = tileStyle(ol, look, "fr");
            const same = (layer, rest) => drawn(style, 16, layer, rest).every((one, i) => one === drawn(style, 16, layer, { ...rest })[i]);
            return same("road", { class: "minor", name: "Rue" }) && same("ground", { class: "forest" }) && same("building", {})
                && same("place", { class: "village", name: "Bourg" }) && same("point", { class: "castle", name: "Château" })
                && same("waterway", { class: "river", name: "La Rivière" });
        }"""
    )


def test_what_is_not_known_and_what_is_too_far_is_not_drawn(page):
    counts = page.evaluate(
        """() => {
            const { ol, tileStyle, drawn, look } = window.tiles;
            const style = tileStyle(ol, look, "fr");
            return [
                [15, "contour", { ele: 100 }], [15, "ground", { class: "lava" }], [15, "road", { class: "runway" }],
                [15, "point", { class: "casino" }], [12, "road", { class: "path" }], [12, "point", { class: "toilets" }],
                [9, "place", { class: "hamlet", name: "Mas" }], [15, "place", { class: "village" }],
                [15, "road", { class: "path" }], [15, "point", { class: "toilets" }],
            ].map(([zoom, layer, rest]) => drawn(style, zoom, layer, rest).length);
        }"""
    )
    assert counts == [0, 0, 0, 0, 0, 0, 0, 0, 1, 1]


def test_high_contrast_has_colours_of_its_own_and_greenways_lie_over_roads(page):
    light, dark, above = page.evaluate(
        """() => {
            const { ol, tileStyle, drawn, look } = window.tiles;
            const road = () => drawn(tileStyle(ol, look, "fr"), 15, "road", { class: "minor" }).at(-1).getStroke().getColor();
            const light = road();
            document.documentElement.dataset.contrast = "high";
            const dark = road();
            const style = tileStyle(ol, look, "fr");
            const [greenway, main] = [{ class: "cycleway", greenway: true }, { class: "main" }].map((rest) => drawn(style, 15, "road", rest).at(-1));
            return [light, dark, greenway.getZIndex() > main.getZIndex()];
        }"""
    )
    assert light == "rgb(255 253 248)", "paper"
    assert dark == "rgb(255 255 255)"
    assert above


@pytest.mark.skipif(not shutil.which("tilemaker"), reason="tilemaker is missing (make setup-test)")
def test_the_tiles_of_a_village_come_out_of_the_server_onto_the_canvas(tmp_path, content, screen):
    pbf = tmp_path / "village.osm.pbf"
    subprocess.run(["osmium", "cat", "--no-progress", "-o", pbf, ROOT / "Tests/Fixtures/map/village.osm"], check=True)
    subprocess.run(["/usr/bin/python3", ROOT / "deploy/map/build.py", pbf, "--output", content / "map/territory.mbtiles"],
                   check=True, capture_output=True)
    with VitrineServer(tmp_path / "data", content) as server:
        page = screen(server.url).open().page
        page.evaluate(LOAD)
        share = page.evaluate(
            """async () => {
                const { ol, tileStyle, look } = window.tiles;
                const { tiles } = await (await fetch("/api/v1/map")).json();
                const box = document.createElement("div");
                box.style.cssText = "position:fixed;inset:0;z-index:1000";
                document.body.append(box);
                const { min_zoom: minZoom, max_zoom: maxZoom, url } = tiles;
                const source = new ol.source.VectorTile({ url, minZoom, maxZoom, format: new ol.format.MVT() });
                const map = new ol.Map({
                    target: box, controls: [], layers: [new ol.layer.VectorTile({ source, declutter: true, style: tileStyle(ol, look, "nl") })],
                    view: new ol.View({ center: ol.proj.fromLonLat([4.085, 43.8]), zoom: 15 }),
                });
                await new Promise((done) => map.once("rendercomplete", done));
                const canvas = box.querySelector("canvas");
                const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                let drawn = 0;
                for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 0) drawn += 1;
                return drawn / (pixels.length / 4);
            }"""
        )
    assert 0.05 < share < 0.9, "roads, houses, vines and the river, on ground that is the page's own"
