"""The language of a text: English or not, and when nothing is told."""

from __future__ import annotations

import pytest

from dragoman.reading import identify
from dragoman.reading.tables import rows

TEXTS = {
    "en": "The minister met his counterpart in Geneva on Tuesday and they agreed to resume the talks.",
    "fr": ("Le ministre a rencontré son homologue à Genève mardi et ils ont convenu de reprendre les pourparlers."),
    "es": ("El ministro se reunió con su homólogo en Ginebra el martes y acordaron reanudar las conversaciones."),
    "pt": ("O ministro reuniu-se com o seu homólogo em Genebra na terça-feira e não houve acordo sobre as pescas."),
    "it": ("Il ministro ha incontrato il suo omologo a Ginevra martedì e hanno deciso di riprendere i colloqui."),
    "de": "Der Minister traf am Dienstag in Genf mit seinem Kollegen zusammen und sie haben sich geeinigt.",
    "nl": "De minister heeft dinsdag in Genève met zijn collega gesproken en ze hebben het overleg hervat.",
    "sv": ("Ministern träffade sin kollega i Genève på tisdagen och de kom överens om att samtalen ska fortsätta."),
    "fi": ("Ministeri tapasi kollegansa Genevessä tiistaina ja he sopivat että neuvottelut jatkuvat, mutta ei ole varmaa."),
    "pl": ("Minister spotkał się ze swoim odpowiednikiem w Genewie we wtorek i uzgodnili, że rozmowy będą trwać."),
    "cs": "Ministr se v úterý v Ženevě setkal se svým protějškem a dohodli se, že jednání bude pokračovat.",
    "ro": ("Ministrul s-a întâlnit cu omologul său la Geneva și au convenit că discuțiile vor fi reluate în mai."),
    "hu": ("A miniszter kedden Genfben találkozott a kollégájával, és megállapodtak, hogy a tárgyalás nem ér véget."),
    "tr": "Bakan salı günü Cenevre'de mevkidaşı ile bir araya geldi ve görüşmeler için yeni bir tarih verdi.",
    "id": ("Menteri itu bertemu dengan rekannya di Jenewa pada hari Selasa dan mereka akan melanjutkan pembicaraan."),
    "vi": "Bộ trưởng đã gặp người đồng cấp tại Geneva và họ sẽ tiếp tục các cuộc đàm phán trong tháng này.",
    "ru": "Министр встретился со своим коллегой в Женеве во вторник, и они договорились о новых переговорах.",
    "uk": "Міністр зустрівся зі своїм колегою в Женеві у вівторок, і вони домовилися про нові переговори.",
    "ar": "التقى الوزير نظيره في جنيف يوم الثلاثاء وقال إن المحادثات التي بدأت قبل شهر لم تنته بعد.",
    "fa": "وزیر روز سه‌شنبه با همتای خود در ژنو دیدار کرد و گفت که این گفتگوها برای صلح است.",
    "ur": "وزیر نے منگل کو جنیوا میں اپنے ہم منصب سے ملاقات کی اور کہا کہ بات چیت جاری رہے گی۔",
    "hi": "मंत्री ने मंगलवार को जिनेवा में अपने समकक्ष से मुलाकात की और कहा कि बातचीत जारी रहेगी।",
    "zh": "外交部长周二在日内瓦会见了他的同行，双方同意恢复谈判。",
    "ja": "大臣は火曜日にジュネーブで会談し、協議の再開で合意した。",
    "ko": "장관은 화요일 제네바에서 상대국 장관을 만나 회담 재개에 합의했다.",
    "el": "Ο υπουργός συναντήθηκε με τον ομόλογό του στη Γενεύη την Τρίτη.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_language_is_told(code: str) -> None:
    guess = identify(TEXTS[code])
    assert guess.code == code
    assert guess.is_english == (code == "en")
    assert 0.5 < guess.confidence <= 1


@pytest.mark.parametrize("text", ["", "   ", "12.06.2020", "Talks in Geneva", "Ministre en visite", "?!"])
def test_too_little_text_is_unknown_and_taken_as_english(text: str) -> None:
    guess = identify(text)
    assert guess.code is None
    assert guess.confidence == 0
    assert guess.is_english


@pytest.mark.parametrize(
    "text",
    [
        "U.S., Japan, South Korea hold joint naval drills",
        "MINISTER MEETS COUNTERPART AS THE TALKS RESUME IN GENEVA",
        "Rio de Janeiro, São Paulo, Buenos Aires, La Paz, El Salvador mayors meet",
        "Foreign minister Wang Yi (王毅) met the press in Beijing after the talks.",
    ],
)
def test_headlines_and_names_do_not_mislead(text: str) -> None:
    assert identify(text).is_english


def test_confidence_is_higher_when_all_letters_are_of_one_script() -> None:
    mixed = TEXTS["en"] + " " + "Министр встретился с ним."
    assert identify(mixed).code == "en"
    assert identify(mixed).confidence < identify(TEXTS["en"]).confidence


def test_word_lists_are_lower_case_and_without_repeats() -> None:
    for row in rows("function_words.csv", ("language", "script", "words")):
        words = row["words"].split(";")
        assert all(word == word.lower().strip() and word for word in words), row["language"]
        assert len(words) >= 30, row["language"]
