"""The smallest JPEG there is: a frame header that says how large it would be."""


def jpeg(width: int = 800, height: int = 600, size: int = 0) -> bytes:
    """A picture of so many pixels; with `size`, of so many bytes."""
    quantization = b"\xff\xdb\x00\x43\x00" + bytes(range(1, 65))
    frame = b"\xff\xc0\x00\x0b\x08" + height.to_bytes(2) + width.to_bytes(2) + b"\x01\x01\x11\x00"
    start = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    return (start + quantization + frame).ljust(size, b"\x00")
