"""Reads a vector tile (Mapbox Vector Tile 2.1) far enough to see what is in it."""


def _numbers(data: bytes) -> list:
    values, at = [], 0
    while at < len(data):
        value, at = _varint(data, at)
        values.append(value)
    return values


def _varint(data: bytes, at: int) -> tuple:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _fields(data: bytes):
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        if key & 7 == 2:
            length, at = _varint(data, at)
            yield key >> 3, data[at:at + length]
            at += length
        elif key & 7 == 0:
            value, at = _varint(data, at)
            yield key >> 3, value
        else:
            size = 8 if key & 7 == 1 else 4
            yield key >> 3, data[at:at + size]
            at += size


def _value(data: bytes):
    ((field, value),) = _fields(data)
    return value.decode() if field == 1 else bool(value) if field == 7 else value


def _geometry(commands: list) -> list:
    parts, x, y, at = [], 0, 0, 0
    while at < len(commands):
        command, count = commands[at] & 7, commands[at] >> 3
        at += 1
        if command == 7:
            parts[-1].append(parts[-1][0])
            continue
        for _ in range(count):
            x += (commands[at] >> 1) ^ -(commands[at] & 1)
            y += (commands[at + 1] >> 1) ^ -(commands[at + 1] & 1)
            at += 2
            if command == 1:
                parts.append([])
            parts[-1].append((x, y))
    return parts


def decode(tile: bytes) -> dict[str, list[dict]]:
    """Layer to features; each its attributes, `geometry` (lists of points in 0..extent) and `shape`."""
    layers = {}
    for _, layer in (item for item in _fields(tile) if item[0] == 3):
        fields = list(_fields(layer))
        keys = [value.decode() for field, value in fields if field == 3]
        values = [_value(value) for field, value in fields if field == 4]
        features = []
        for feature in (dict(_fields(value)) for field, value in fields if field == 2):
            tags = _numbers(feature.get(2, b""))
            attributes = {keys[key]: values[value] for key, value in zip(tags[::2], tags[1::2], strict=True)}
            shape = {1: "point", 2: "line", 3: "area"}[feature[3]]
            features.append(attributes | {"shape": shape, "geometry": _geometry(_numbers(feature[4]))})
        layers[next(value.decode() for field, value in fields if field == 1)] = features
    return layers
