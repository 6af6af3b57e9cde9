"""What the tills of an office that never was sold and took back."""

import uuid

PRODUCTS = [  # code, price, VAT category, depositor
    ("guide", 1200, "standard", None), ("miel", 850, "reduced", None), ("carte", 100, "standard", None), ("revue", 310, "super-reduced", None),
    ("timbre", 139, "none", None), ("bol", 3000, "standard", "potier"), ("collier", 4550, "standard", "bijoutiere"),
    ("affiche", 1990, "standard", "imprimeur")]
DEPOSITORS = [("potier", "depositor", False, 2000), ("bijoutiere", "depositor", True, 3333), ("imprimeur", "office", True, 2500)]


class Shop:
    def __init__(self, chance):
        self.chance = chance
        self.sold = []  # till, training, number, lines left

    def order(self, ask, till: str, order: dict, training: bool = False, good=(200, 201)):
        request = {"id": str(uuid.UUID(int=self.chance.getrandbits(128), version=4)), "training": training, "order": order}
        answer = ask("POST", f"/api/v1/till/{till}/orders", request, good)
        if self.chance.random() < 0.1:  # the answer got lost
            ask("POST", f"/api/v1/till/{till}/orders", request, good)
        return answer

    def open(self, ask) -> None:
        for code, mandate, taxed, commission in DEPOSITORS:
            self.order(ask, "caisse", {"depositor": {
                "code": code, "name": code, "mandate": mandate, "commission": commission, "taxed": taxed, "archived": False}})
        for code, price, category, depositor in PRODUCTS:
            self.order(ask, "caisse", {"product": {
                "code": code, "labels": {"fr": code}, "price": price, "category": category, "stocked": False, "depositor": depositor,
                "archived": False}})

    def sell(self, ask) -> None:
        """Some tickets at this moment, some of them taken back later."""
        chance = self.chance
        for _ in range(chance.choice([0, 1, 2, 4, 6])):
            till = chance.choice(["caisse", "caisse", "marche"])
            training = chance.random() < 0.1
            lines = [{"product": code, "quantity": chance.choice([1, 1, 2, 7])} for code, *_ in chance.sample(PRODUCTS, chance.randrange(1, 4))]
            if chance.random() < 0.2:
                lines[0]["discount"] = {"percent": chance.choice([1000, 3333]), "reason": "coin abîmé"}
            order = {"lines": lines, "payments": [{"method": chance.choice(["cash", "card"])}]}
            if chance.random() < 0.1:
                order["discount"] = {"percent": 1250, "reason": "fidèle"}
            entry = self.order(ask, till, {"sale": order}, training)
            self.sold.append((till, training, entry["content"]["number"] if "content" in entry else entry["sale"]["number"]))
        if self.sold and chance.random() < 0.4:
            till, training, number = self.sold.pop(chance.randrange(len(self.sold)))
            part = [{"index": 0, "quantity": 1}] if chance.random() < 0.5 else None
            self.order(ask, till, {"refund": {"ticket": number, "lines": part, "method": "cash", "reason": "rendu", "restocks": True}}, training)
        if chance.random() < 0.1:
            self.order(ask, "caisse", {"movement": {"amount": 500, "reason": "appoint"}})
