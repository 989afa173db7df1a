"""What Qt's writer cannot do: the pictures' own streams, true document information, equal bytes, encryption."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime
from xml.sax.saxutils import escape

import pikepdf

from landmarkdiff import __version__
from landmarkdiff.report.pictures import reduced
from landmarkdiff.report.report import Picture, Report
from landmarkdiff_app.printing.plates import Plates

PRODUCER = f"LandmarkDiff Desktop {__version__}"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def finish(
    drawn: bytes, report: Report, plates: Plates, password: str | None = None, *, longest_px: int | None = None
) -> bytes:
    """Return the finished PDF.

    Parameters
    ----------
    drawn : bytes
        What Qt wrote, with stand-ins for the pictures.
    password : str, optional
        Encrypts the document with AES-256 (revision 6); the bytes are then different every time.
    longest_px : int, optional
        Put larger pictures in smaller, for the screen; by default as they are.
    """
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        for candidate in pdf.objects:
            if isinstance(candidate, pikepdf.Stream) and candidate.get("/Subtype") == "/Image":
                picture = plates.picture_at(int(candidate.Width), int(candidate.Height))
                if picture is not None:
                    _put_in(candidate, picture if longest_px is None else reduced(picture, longest_px))
        _name_fonts(pdf)
        _describe(pdf, report)
        pdf.remove_unreferenced_resources()
        written = io.BytesIO()
        encryption = pikepdf.Encryption(owner=password, user=password, R=6, aes=True) if password else False
        pdf.save(
            written,
            encryption=encryption,
            deterministic_id=not password,
            # NOTE: object streams would be filled in the order in which Qt happened to number its objects.
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=True,
        )
    return written.getvalue()


def _put_in(stream: pikepdf.Stream, picture: Picture) -> None:
    for key in ("/SMask", "/Mask", "/DecodeParms", "/Decode"):
        if key in stream:
            del stream[key]
    stream.write(picture.jpeg, filter=pikepdf.Name.DCTDecode)
    stream.Width, stream.Height, stream.BitsPerComponent = picture.width_px, picture.height_px, 8
    stream.ColorSpace = pikepdf.Name.DeviceGray if picture.is_grey else pikepdf.Name.DeviceRGB
    stream.Interpolate = True


def _name_fonts(pdf: pikepdf.Pdf) -> None:
    """Name each font subset after its content: Qt counts them in an order that differs from run to run."""
    for candidate in pdf.objects:
        if not isinstance(candidate, pikepdf.Dictionary) or candidate.get("/Type") != "/Font":
            continue
        for font in candidate.get("/DescendantFonts", []):
            descriptor = font.FontDescriptor
            digest = hashlib.sha256(descriptor.FontFile2.read_bytes()).digest()
            letters = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
            name = pikepdf.Name(f"/{letters}+{str(descriptor.FontName).partition('+')[2]}")
            candidate.BaseFont = font.BaseFont = descriptor.FontName = name


def _describe(pdf: pikepdf.Pdf, report: Report) -> None:
    author = report.letterhead.name or report.letterhead.surgeon or "LandmarkDiff Desktop"
    moment = _pdf_date(report.made_at)
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    for key, value in {
        "/Title": report.title,
        "/Author": author,
        "/Producer": PRODUCER,
        "/Creator": PRODUCER,
        "/CreationDate": moment,
        "/ModDate": moment,
    }.items():
        pdf.docinfo[key] = value
    xmp = _XMP.format(
        title=escape(report.title),
        author=escape(author),
        language=escape(report.language),
        moment=report.made_at.isoformat(timespec="seconds"),
        producer=escape(PRODUCER),
    )
    metadata = pikepdf.Stream(pdf, xmp.encode("utf-8"))
    metadata.Type, metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = pdf.make_indirect(metadata)
    pdf.Root.Lang = pikepdf.String(report.language)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)


def _pdf_date(moment: datetime) -> str:
    offset = moment.strftime("%z") or "+0000"
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"
