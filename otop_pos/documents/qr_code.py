"""The squares of a QR code (ISO/IEC 18004), for whoever draws them on paper or on a screen."""


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of dark (True) and light squares, without the light margin of four that must be left around.

    Error correction M: a code on a screen is never torn, but it is photographed at an angle.
    """
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    side = range(code.getModuleCount())
    return tuple(tuple(bool(code.isDark(row, column)) for column in side) for row in side)
