"""Writes into a rendition whose photo it is and how it may be used, and no other word; no pixel is touched.

JPEG has it twice: as XMP, which search engines and new programs read, and as IPTC-IIM, which the archives of newspapers read;
WebP as XMP. Of IIM the standard limits the bytes, so there a text may end early. By the IPTC Photo Metadata Standard 2024.1:

===========  =======================  ===========
of a label   XMP                      IIM
===========  =======================  ===========
creator      dc:creator               2:80, of 32
credit       photoshop:Credit         2:110, of 32
rights       dc:rights                2:116, of 128
licence      xmpRights:WebStatement
===========  =======================  ===========
"""

from struct import pack
from xml.sax.saxutils import escape, quoteattr

from showcase.record.photo import Rendition
from showcase.record.photo_file import Label

_START = b"\xff\xd8"
_APP0, _APP1, _APP13 = 0xE0, 0xE1, 0xED
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
_IIM_RESOURCE = 0x0404
_UTF_8 = b"\x1c\x01\x5a\0\x03\x1b%G"
"""Record 1, data set 90: what follows is UTF-8."""
_VERSION = b"\x1c\x02\x00\0\x02\0\x04"
_BY_LINE, _CREDIT, _COPYRIGHT = (80, 32), (110, 32), (116, 128)
"""A data set of record 2, and the bytes that it may have."""
_HAS_XMP = 0x04


def labelled(data: bytes, rendition: Rendition, label: Label) -> bytes:
    """Give the file of a rendition with its label; `data` is as the encoder wrote it, without any."""
    if rendition.format == "jpeg":
        return _in_jpeg(data, label)
    return _in_webp(data, rendition, label)


def _in_jpeg(data: bytes, label: Label) -> bytes:
    """Put both after the header that JFIF wants first."""
    length = int.from_bytes(data[4:6], "big") + 4 if data[2:4] == bytes((0xFF, _APP0)) else len(_START)
    told = _segment(_APP1, _XMP + _xmp(label)) + _segment(_APP13, _PHOTOSHOP + _iim(label))
    return data[:length] + told + data[length:]


def _segment(kind: int, body: bytes) -> bytes:
    return pack(">BBH", 0xFF, kind, len(body) + 2) + body


def _in_webp(data: bytes, rendition: Rendition, label: Label) -> bytes:
    """Put the header of the extended form before the picture, and XMP behind it."""
    size = (rendition.width - 1).to_bytes(3, "little") + (rendition.height - 1).to_bytes(3, "little")
    chunks = _chunk(b"VP8X", bytes((_HAS_XMP, 0, 0, 0)) + size) + data[12:] + _chunk(b"XMP ", _xmp(label))
    return b"RIFF" + pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _xmp(label: Label) -> bytes:
    licence = f" xmpRights:WebStatement={quoteattr(label.licence)}" if label.licence else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
        f" photoshop:Credit={quoteattr(label.credit)}{licence}>"
        f"<dc:creator><rdf:Seq><rdf:li>{escape(label.creator)}</rdf:li></rdf:Seq></dc:creator>"
        f'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{escape(label.rights)}</rdf:li></rdf:Alt></dc:rights>'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _iim(label: Label) -> bytes:
    """Give the block of Photoshop's resources that holds the data sets."""
    told = ((_BY_LINE, label.creator), (_CREDIT, label.credit), (_COPYRIGHT, label.rights))
    sets = _UTF_8 + _VERSION + b"".join(_data_set(number, _cut(text, most)) for (number, most), text in told)
    return b"8BIM" + pack(">HHI", _IIM_RESOURCE, 0, len(sets)) + sets + b"\0" * (len(sets) % 2)


def _data_set(number: int, text: bytes) -> bytes:
    return pack(">BBBH", 0x1C, 2, number, len(text)) + text


def _cut(text: str, most: int) -> bytes:
    """Write a text in so many bytes at most: where it is longer, no more than whole words, else whole letters."""
    data = text.encode()
    if len(data) <= most:
        return data
    cut = data[:most].decode(errors="ignore")
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–-(").encode()
