"""Two Julys of an office, recorded with the desk's own commands on the days they are about."""

from pathlib import Path

from till_office import TillDesk, office


def visits(desk: TillDesk, folder: Path, rows: list[tuple[str, str]]) -> None:
    file = folder / "visits.csv"
    file.write_text("ligne;quand\n" + "".join(f"{line};{when}\n" for line, when in rows))
    desk.done("visit", "--file", file)


def record_summer(folder: Path) -> Path:
    """Of 2026 until the 20th: 30 families of Hérault, 20 Dutch couples, 5 residents, 6 couples of Paris, a Belgian party of 3, 6 pairs of seniors
    of whom nobody asked where from, 2 parties that nobody counted, 6 calls from Germany, 6 people tallied, a visit taken back, one corrected, and
    tickets. Of 2025 twenty families, fifteen couples, five people."""
    data = office(folder)
    desk = TillDesk(data).on("2025-07-31", "18:00:00")
    visits(desk, folder,
           [("34 2+2 famille rando", f"2025-07-{1 + n:02}T10:00") for n in range(20)]
           + [("nl 2 couple vv", f"2025-07-{2 + n:02}T15:00") for n in range(15)] + [("1", "2025-07-10T11:00")] * 5)
    desk.on("2026-07-01").shop()
    desk.on("2026-07-14", "12:00:00")
    desk.done("sell", "guide", "2", "--cash", "30")
    desk.done("sell", "miel", "--card")
    desk.done("sell", "bol", "--card")
    desk.done("sell", "guide", "--training", "--card")
    desk.done("refund", "2", "--card", "--because", "rendu")
    desk.on("2026-07-20", "16:00:00")
    visits(desk, folder,
           [("34 2+2 famille rando", f"2026-07-{1 + n % 15:02}T{10 + n % 3}:00") for n in range(30)]
           + [("nl 2 couple vv", f"2026-07-{1 + n:02}T15:00") for n in range(20)]
           + [("30250 1 resident agenda", f"2026-07-{3 + n:02}T09:30") for n in range(5)]
           + [("75 2 couple", f"2026-07-{8 + n:02}T16:00") for n in range(6)] + [("be 3", "2026-07-11T17:00")]
           + [("2 seniors", f"2026-07-{13 + n:02}T11:00") for n in range(6)] + [("34 ? rando", "2026-07-05T10:00")] * 2
           + [("tel de heb", f"2026-07-{6 + n:02}T09:00") for n in range(6)])
    desk.done("tally", "+6")
    desk.done("visit", "us", "2")
    desk.done("undo")
    corrected = desk.json("visit", "34", "1")["id"]
    desk.done("amend", corrected, "34", "2+2", "famille", "rando")
    return data
