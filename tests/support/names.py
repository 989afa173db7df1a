"""Names of people as nobody expects them: every script, every length, and what should be in no name at all."""

from __future__ import annotations

from hypothesis import strategies as st

HARD_NAMES = (
    "فاطمة الزهراء",
    "נֹעָה כֹּהֵן",
    "श्रीमती शर्मा",
    "王小明",
    "\ufa19田 太郎",
    "ณัฐวุฒิ ศรีสุข",
    "김철수",
    "👩🏽‍⚕️ Dr. 🙂",
    "Nguye\u0302\u0303n Thi\u0323",
    "Z\u0351\u0343a\u0334\u0322l\u0337\u0328g\u0335\u0321o\u0338" * 3,
    "Wolfeschlegelsteinhausen" * 9,
    "../../etc/passwd",
    "C:\\Users\\x",
    'O\'Brien "Bo" <b>B</b> & {0} %n',
    "Ada\nLovelace\r\nKing\u2028Noel",
    "Ada\x00Lovelace\x1b[31m",
    "...",
    ".hidden",
    "Meier   ",
    "CON",
    "nul.txt",
    "Müller^Lüdenscheidt=von\\Berg",
    "\u202eevil\u202c",
    "\u2067never ended",
    "\ud800 half a letter",
    "\u200b\u200d\ufeff",
    "e" + "\u0301" * 200,
)

names = (
    st.sampled_from(HARD_NAMES)
    | st.text(max_size=30)
    | st.text(st.characters(codec="utf-8", categories=("L", "M", "Zs", "Pd", "Po")), max_size=200)
    | st.text(st.sampled_from("abÄß-' \u0301\u200d\u202e\u2066اב王🙂🏽\n\x00^=\\"), max_size=80)
)
