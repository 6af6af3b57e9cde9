"""What the shop sells: typed, changed, archived, and out of spreadsheets and back."""

import json
import shutil

import pytest
from shop import entries
from vitrine_server import desk


@pytest.fixture
def data(shop, tmp_path):
    return shutil.copytree(shop, tmp_path / "data")


def products(data, *options) -> dict[str, dict]:
    return {product["code"]: product for product in json.loads(desk(data, "product", "list", "--json", *options).stdout)}


def test_a_code_a_label_and_a_price_are_enough(data):
    run = desk(data, "product", "add", "carnet", "--label", "Carnet", "--price", "5.00")
    assert run.returncode == 0 and "5,00" in run.stdout
    added = products(data)["carnet"]
    assert added["price"] == 500 and added["category"] == "standard" and added["labels"] == {"fr": "Carnet"}
    assert not added["stocked"] and not added["archived"]


def test_a_change_is_one_more_entry_and_keeps_the_rest(data):
    before = products(data)["miel-500"]
    assert desk(data, "product", "edit", "miel-500", "--price", "9", "--label", "de=Honig", "--no-stock").returncode == 0
    after = products(data)["miel-500"]
    assert after == before | {"price": 900, "stocked": False, "labels": before["labels"] | {"de": "Honig"}}
    assert desk(data, "product", "edit", "miel-500", "--barcode", "").returncode == 0
    assert products(data)["miel-500"].get("barcode") is None
    assert len([entry for entry in entries(data, "product") if entry["code"] == "miel-500"]) == 3
    same = desk(data, "product", "edit", "miel-500", "--price", "9.00")
    assert same.returncode == 0 and "Rien n'a changé" in same.stdout and len(entries(data, "product")) == 8


def test_an_archived_product_is_out_of_the_list_until_it_is_put_back(data):
    assert "plan" not in products(data) and products(data, "--all")["plan"]["archived"]
    assert "déjà archivé" in desk(data, "product", "archive", "plan").stdout
    assert desk(data, "product", "edit", "plan", "--restore").returncode == 0
    assert "plan" in products(data) and desk(data, "sell", "plan", "--card").returncode == 0


@pytest.mark.parametrize("words, found", [
    (["miel"], {"miel-500"}), (["garrigue"], {"miel-500"}), (["3760123450018"], {"miel-500"}), (["HONEY"], {"miel-500"}),
    (["carte"], {"carte-postale"}), (["anci"], {"affiche"}), (["rien"], set()),
])
def test_a_list_is_searched_by_code_name_in_any_language_and_barcode(data, words, found):
    assert set(products(data, *words)) == found


def test_the_list_stands_in_columns_within_80(data):
    listed = desk(data, "product", "list").stdout
    assert len({line.index("€") for line in listed.splitlines()}) == 1
    assert max(map(len, listed.splitlines())) <= 80 and "stock 0" in listed
    assert "Honey" in desk(data, "product", "list", lang="en_GB.UTF-8").stdout


def test_whoever_begins_to_follow_a_stock_is_told_to_count_what_is_there(data):
    assert desk(data, "sell", "carte-postale", "3", "--card").returncode == 0
    told = desk(data, "product", "edit", "carte-postale", "--stock").stdout
    assert "Son stock est suivi : -3." in told and "desk stock take carte-postale N" in told
    assert "stock take" not in desk(data, "product", "edit", "carte-postale", "--price", "2").stdout


def test_a_trial_changes_nothing(data):
    before = entries(data)
    assert desk(data, "product", "add", "x", "--label", "X", "--price", "1", "--dry-run").returncode == 0
    assert desk(data, "product", "edit", "guide", "--price", "1", "--dry-run").returncode == 0
    assert entries(data) == before


def test_what_is_exported_is_imported_back_the_same(data, tmp_path):
    file = tmp_path / "produits.csv"
    for lang in ("fr_FR.UTF-8", "en_GB.UTF-8"):
        assert desk(data, "product", "export", file, "--all", lang=lang).returncode == 0
        raw = file.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw
        before = entries(data)
        again = desk(data, "product", "import", file)
        assert again.returncode == 0 and "5 déjà ainsi" in again.stdout, again.stderr
        assert entries(data) == before
    assert desk(data, "product", "export").stdout.lstrip("\ufeff").startswith("code;libellé")


@pytest.mark.parametrize("text", [
    "code;libellé;prix;tva;stock;code-barres;libellé_en\nsavon;Savon;4,50;20;oui;12345678;Soap\nguide;Guide neuf;6;réduite;;;\n",
    "code,label,price,vat,stock,barcode,label_en\nsavon,Savon,4.50,standard,yes,12345678,Soap\nguide,Guide neuf,6,reduced,,,\n",
    '"Code","Libellé","Prix","TVA","Stock","Code-barres","Libellé en"\nsavon,Savon,"4,50",normale,1,12345678,Soap\nguide,Guide neuf,"6,00",5.5,0,,\n',
])
def test_a_spreadsheet_is_read_whatever_its_language_its_separator_and_its_decimal_sign(data, tmp_path, text):
    file = tmp_path / "produits.csv"
    file.write_text("\ufeff" + text)
    trial = desk(data, "product", "import", file, "--dry-run")
    assert trial.returncode == 0 and "1 ajouté, 1 changé" in trial.stdout, trial.stderr
    assert "savon" not in products(data)
    assert desk(data, "product", "import", file).returncode == 0
    now = products(data)
    assert now["savon"] | {"labels": {"fr": "Savon", "en": "Soap"}, "price": 450, "category": "standard", "stocked": True,
                           "barcode": "12345678"} == now["savon"]
    assert now["guide"]["price"] == 600 and now["guide"]["labels"]["fr"] == "Guide neuf" and now["guide"]["category"] == "reduced"
    assert now["miel-500"]["price"] == 850


def test_one_wrong_line_and_nothing_is_taken_each_fault_with_its_file_and_line(data, tmp_path):
    file = tmp_path / "produits.csv"
    file.write_text(
        "code;libellé;prix;tva;stock;code-barres\nsavon;Savon;4,50;;;\nÉlan;X;1;;;\nb;;1;;;\nc;C;cher;;;\nd;D;0;;;\ne;E;1;33;;\n"
        "f;F;1;;peut-être;\nsavon;Encore;1;;;\ng;G;1;;;3760123450018\n;sans code;1;;;\n")
    before = entries(data)
    run = desk(data, "product", "import", file)
    assert run.returncode == 1 and run.stdout == ""
    for line in (3, 4, 5, 6, 7, 8, 9, 10, 11):
        assert f"{file}:{line} : " in run.stderr, run.stderr
    assert f"{file}:2 : " not in run.stderr
    assert "9 lignes à corriger" in run.stderr and entries(data) == before


@pytest.mark.parametrize("text, told", [
    ("", "aucun produit"), ("code;libellé;prix\n", "aucun produit"), ("code;libellé\na;A\n", ":1"),
    ("code;libellé;prix;couleur\na;A;1;rouge\n", "couleur"), ("code;libellé;prix\n\"a;A;1\n", "guillemet"),
])
def test_a_file_that_is_none_of_products_is_told(data, tmp_path, text, told):
    file = tmp_path / "produits.csv"
    file.write_text(text)
    run = desk(data, "product", "import", file)
    assert run.returncode == 1 and told in run.stderr, run.stderr
