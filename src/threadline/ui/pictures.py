"""Pictures drawn on the server, put into a page as part of it (a strict policy allows no data: addresses)."""

import re
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from markupsafe import Markup, escape

DRAWING = "svg g path rect circle ellipse line polyline polygon text tspan title desc defs pattern marker clipPath"
LOOKS = (
    "class clip-path cx cy d dx dy fill fill-opacity fill-rule font-family font-size font-weight height id "
    "marker-end marker-start opacity orient patternTransform patternUnits points preserveAspectRatio r refX refY "
    "rx ry stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor "
    "transform viewBox width x x1 x2 y y1 y2 markerWidth markerHeight markerUnits role aria-hidden aria-label "
    "aria-labelledby aria-describedby"
)
ELEMENTS, ATTRIBUTES = frozenset(DRAWING.split()), frozenset(LOOKS.split())
ELSEWHERE = re.compile(r"url\((?!#)")


def picture(svg: str, label: str = "") -> Markup:
    """The SVG document `svg` as an element of the page, with only drawing elements and attributes left in it.

    Scripts, styles, links and anything foreign are left out. `label` is what the picture is called to someone who
    cannot see it. Raises ParseError when `svg` is not well-formed XML.
    """
    root = fromstring(svg)
    if label:
        root.set("role", "img")
        root.set("aria-label", label)
    return _element(root)


def _element(element: Element) -> Markup:
    name = _local(element.tag)
    if name not in ELEMENTS:
        return Markup("")
    kept = [(key, value) for key, value in element.attrib.items() if key in ATTRIBUTES]
    attributes = Markup("").join(
        Markup(' {}="{}"').format(key, value) for key, value in kept if not ELSEWHERE.search(value)
    )
    inside = Markup("").join(_element(child) + escape(child.tail or "") for child in element)
    text = escape(element.text or "")
    return Markup("<{0}{1}>{2}{3}</{0}>").format(name, attributes, text, inside)


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]
