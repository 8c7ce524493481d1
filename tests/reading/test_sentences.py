"""Sentences end as their script has it, and never behind an ordinal, an initial or an abbreviation."""

from __future__ import annotations

import pytest

from pipeline.reading.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes.” He said\nso. 3.5 is one", ["“Yes.” ", "He said so. ", "3.5 is one"]),
        ("Hi!!! ok? Yes?! End (really). Next", ["Hi!!! ok? ", "Yes?! ", "End (really). ", "Next"]),
        ("Well... no?! “Yes.” So... Then ...so on.", ["Well... no?! ", "“Yes.” ", "So... ", "Then ...so on."]),
        (
            "Vielen Dank. Wir melden uns am 7. April, bis 25. Mai.",
            ["Vielen Dank. ", "Wir melden uns am 7. April, bis 25. Mai."],
        ),
        (
            "We write when Dr. Wu and J. Doe can. Then p. m. Ada.",
            ["We write when Dr. Wu and J. Doe can. ", "Then p. m. Ada."],
        ),
        (
            "Anna, z. B. Ada, bzw. Bea usw. kommt. Nr. 5 geht.",
            ["Anna, z. B. Ada, bzw. Bea usw. kommt. ", "Nr. 5 geht."],
        ),
        ("Mme. Roy et M. Roy. Sr. López y la Sra. Ruiz.", ["Mme. Roy et M. Roy. ", "Sr. López y la Sra. Ruiz."]),
        ("We said no. Room No. 5 is free.", ["We said no. ", "Room No. 5 is free."]),
        ("The visit is at 10.", ["The visit is at 10."]),
        ("It began in 2025. She knew at 25.5. Nothing.", ["It began in 2025. ", "She knew at 25.5. Nothing."]),
        ("It costs 3.55 euros. Really.", ["It costs 3.55 euros. ", "Really."]),
        ("Am 3. März kam sie. Spät.", ["Am 3. März kam sie. ", "Spät."]),
        ("شكرا لك؟ نعم.", ["شكرا لك؟ ", "نعم."]),
        ("谢谢你。我们很高兴。", ["谢谢你。", "我们很高兴。"]),
        ("お会い。 今回は！\n「また。」 次", ["お会い。", "今回は！", "「また。」", "次"]),
        ("ขอบคุณที่มาเยี่ยม เราประทับใจ วันที่ 7 พฤษภาคม", ["ขอบคุณที่มาเยี่ยม ", "เราประทับใจ ", "วันที่ 7 พฤษภาคม"]),
        ("ຂອບໃຈ ພວກເຮົາ", ["ຂອບໃຈ ", "ພວກເຮົາ"]),
        ("អរគុណ យើង។ ខ្ញុំ។", ["អរគុណ យើង។ ", "ខ្ញុំ។"]),
        ("អរគុណ យើង", ["អរគុណ ", "យើង"]),
        ("ကျေးဇူး တင်ပါ။ သွား။", ["ကျေးဇူး တင်ပါ။ ", "သွား။"]),
        ("Բարեւ։ Շնորհակալ եմ։", ["Բարեւ։ ", "Շնորհակալ եմ։"]),
        ("ሰላም። እናመሰግናለን።", ["ሰላም። ", "እናመሰግናለን።"]),
        ("धन्यवाद। हम लिखेंगे।", ["धन्यवाद। ", "हम लिखेंगे।"]),
        ("25\u00a0000\u202f€  par an", ["25\u00a0000\u202f€ par an"]),
        ("", []),
    ],
)
def test_sentences_end_as_their_script_has_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
