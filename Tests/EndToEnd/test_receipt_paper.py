"""A receipt's page on paper, as a browser prints it: on a roll as on a sheet, somebody can read it."""

import re
import subprocess

import pytest
from vitrine_server import ROOT

RECEIPT = ROOT / "Tests/ReportsTests/Golden/sale.html"
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
POINTS_PER_MM = 72 / 25.4


@pytest.mark.parametrize(("paper", "width"), [({"width": "80mm", "height": "200mm"}, 80), ({"format": "A4"}, 210)], ids=["roll", "A4"])
def test_the_letters_are_of_a_readable_size_and_the_roll_is_used(browser, tmp_path, paper, width):
    page = browser.new_page()
    page.goto(RECEIPT.as_uri())
    page.pdf(path=tmp_path / "receipt.pdf", **paper)
    page.close()
    boxes = subprocess.run(["pdftotext", "-bbox", tmp_path / "receipt.pdf", "-"], capture_output=True, text=True, check=True).stdout
    words = [(*map(float, found[:4]), found[4]) for found in WORD.findall(boxes)]
    assert any(text == "TTC" for *_, text in words)
    # A page that says it is A4 was once shrunk to a third on a roll of 80 mm.
    assert min(bottom - top for _, top, _, bottom, _ in words) >= 9
    assert max(right for _, _, right, _, _ in words) - min(left for left, *_ in words) > 64 * POINTS_PER_MM
    assert max(right for _, _, right, _, _ in words) <= width * POINTS_PER_MM
