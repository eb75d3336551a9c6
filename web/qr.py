"""An address as a picture that a phone reads. The only importer of segno, which takes long to import."""

from markupsafe import Markup

from engine.language import N_, Translate

# Modules of white around the code, which a reader needs (ISO/IEC 18004).
_QUIET = 4


def of_aid(address: str, title: str, _: Translate) -> Markup:
    """The QR code of an address of an aid."""
    return drawn(address, _(N_("QR-code van de keuzehulp: {title}")).format(title=title))


def drawn(address: str, label: str) -> Markup:
    """The QR code of an address as SVG without a size of its own; black on white in every theme."""
    import segno

    made = segno.make(address, error="m", micro=False)
    width = made.symbol_size(border=_QUIET)[0]
    lines = made.svg_inline(omitsize=True, border=_QUIET, svgclass=None, lineclass=None, light="#fff")
    inside = lines[lines.index(">") + 1 :]
    frame = Markup('<svg class="kh-qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">')
    return frame.format(width, label) + Markup(inside)
