"""Letters in every language that a sheet must bear, made of plain invented sentences.

They say nothing of law and are no translations of the letters: they are there so that every
script goes through every sheet, whatever texts the shelf holds. Names are invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from desktop.domain.letters import Heading, Law, Letter, Look, Passage, Translation
from desktop.letters.markup import isolated

MADE_AT = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
PHONE = isolated("(617)\u00a0555-0100")
CLINIC = isolated("Harborlight Legal Clinic")
ADDRESS = isolated("100 Dorchester Ave, Apt. 4-B, Boston, MA 02127")
CASE = isolated("2026-1000")
SAYING = "“I want to talk to a lawyer.”"
CITE = "[cite: Lunn v. Commonwealth, 477 Mass. 517, 527-532 (2017)]"
FORM = isolated("I-247A")
_NO_LAW = Law(None, "")


@dataclass(frozen=True)
class Words:
    """What one sample says. ``paragraph`` has places for a day and an address."""

    title: str
    opening: str
    call: str
    head: str
    say: str
    paper: str
    ask: str
    points: tuple[str, str, str]
    paragraph: str
    more: str
    day: str
    name: str
    marks: tuple[str, ...]


_MARKS = (
    *("mark.draft", "mark.draft.short", "mark.translation", "mark.english", "mark.attached"),
    *("mark.page", "mark.foot", "mark.stale", "mark.prepared", "mark.reviewed", "mark.date"),
    "mark.stamp",
)

WORDS: Mapping[str, Words] = {
    "en": Words(
        "A sample letter",
        "For {name}. This letter is a sample. Please read it to the end.",
        "Call {clinic} at **{phone}**.\nWe are there today.",
        "What to do now",
        "1. Stay calm. Say: {saying}",
        "2. Look at the paper. Is it form {form}? Keep a copy. {cite}",
        "3. Remember the name and the time. Write down everything when you can.",
        ("4. Bring this with you:", "- the letter", "- your papers"),
        "The office is at {address}. The number is {case}. We wrote this {day}. The water is cold"
        " and the bread is warm. The children read a book, and the old man tells a long story.",
        "More to know",
        "on Tuesday, December\u00a01 at 2:10\u00a0PM",
        "Marisol Rivera",
        (
            "**DRAFT.** No lawyer has signed this letter.\nDo not act on it yet.",
            "**DRAFT.** No lawyer has signed this letter.",
            "**Draft translation.** The English text counts.",
            "This part is in English only.",
            "The same letter in English",
            "Page {page} of {pages}",
            "Information, not a promise.",
            "This source was not checked lately.",
            *("Prepared by", "Checked and signed by", "Date", "Clinic's stamp"),
        ),
    ),
    "es": Words(
        "Una carta de ejemplo",
        "Para {name}. Esta carta es un ejemplo. ¿Puede leerla hasta el final?",
        "Llame a {clinic} al **{phone}**.\nEstamos aquí hoy.",
        "Qué hacer ahora",
        "1. Mantenga la calma. Diga: {saying} (Quiero hablar con un abogado.)",
        "2. Mire el papel. ¿Es el formulario {form}? Guarde una copia. {cite}",
        "3. Recuerde el nombre y la hora. Escriba todo cuando pueda.",
        ("4. Traiga esto:", "- la carta", "- sus papeles"),
        "La oficina está en {address}. El número es {case}. Escribimos esto {day}. El agua está"
        " fría y el pan está caliente. Los niños leen un libro y la señora cuenta una historia.",
        "Más información",
        "el martes 1\u00a0de\u00a0diciembre, 2:10\u00a0p.\u00a0m.",
        "José Núñez Ibáñez",
        (
            "**BORRADOR.** Ningún abogado firmó esta carta.\nTodavía no haga lo que dice.",
            "**BORRADOR.** Ningún abogado firmó esta carta.",
            "**Traducción en borrador.** Vale el texto en inglés.",
            "Esta parte está solo en inglés.",
            "La misma carta en inglés",
            "Página {page} de {pages}",
            "Información, no una promesa.",
            "Esta fuente no se revisó hace poco.",
            *("La preparó", "La revisó y la firmó", "Fecha", "Sello de la clínica"),
        ),
    ),
    "ht": Words(
        "Yon lèt egzanp",
        "Pou {name}. Lèt sa a se yon egzanp. Tanpri li l jouk nan fen.",
        "Rele {clinic} nan **{phone}**.\nNou la jodi a.",
        "Sa pou w fè kounye a",
        "1. Rete kalm. Di: {saying} (Mwen vle pale ak yon avoka.)",
        "2. Gade papye a. Èske se fòm {form}? Kenbe yon kopi. {cite}",
        "3. Sonje non an ak lè a. Ekri tout bagay lè w kapab.",
        ("4. Pote sa yo:", "- lèt la", "- papye w yo"),
        "Biwo a nan {address}. Nimewo a se {case}. Nou ekri sa {day}. Dlo a frèt epi pen an cho."
        " Timoun yo ap li yon liv, epi granmoun nan ap rakonte yon istwa.",
        "Plis enfòmasyon",
        "madi 1ye\u00a0desanm, 2:10\u00a0apremidi",
        "Jean-Baptiste Désir",
        (
            "**BOUYON.** Pa gen avoka ki siyen lèt sa a.\nPa fè anyen ak li kounye a.",
            "**BOUYON.** Pa gen avoka ki siyen lèt sa a.",
            "**Tradiksyon bouyon.** Se tèks anglè a ki konte.",
            "Pati sa a an anglè sèlman.",
            "Menm lèt la an anglè",
            "Paj {page} sou {pages}",
            "Enfòmasyon, pa yon pwomès.",
            "Yo pa verifye sous sa a dènyèman.",
            *("Moun ki prepare l", "Moun ki verifye l ak siyen l", "Dat", "So klinik la"),
        ),
    ),
    "kea": Words(
        "Un karta di izénplu",
        "Pa {name}. Es karta é un izénplu. Lé-l ti fin.",
        "Txoma {clinic} na **{phone}**.\nNu sta li oji.",
        "Kuzé ki bu ta faze gósi",
        "1. Fika kalmu. Fla: {saying} (N kre papia ku un avogadu.)",
        "2. Odja papel. É formuláriu {form}? Guarda un kópia. {cite}",
        "3. Lenbra nómi y óra. Skrebe tudu kuzé óra ki bu pode.",
        ("4. Traze es kuzas:", "- karta", "- bu papel"),
        "Skritóriu é na {address}. Númeru é {case}. Nu skrebe es karta {day}. Agu sta friu y pon"
        " sta kenti. Mininus ta lé un livru y bedju ta konta un stória.",
        "Más informason",
        "tersa-fera, 1\u00a0di\u00a0dezenbru, 2:10\u00a0di\u00a0tardi",
        "Djon Tavares Andrade",
        (
            "**RASKUNHU.** Ninhun avogadu ka asina es karta.\nKa bu faze nada ku el inda.",
            "**RASKUNHU.** Ninhun avogadu ka asina es karta.",
            "**Traduson raskunhu.** Testu na ingles é ki ta konta.",
            "Es parti é so na ingles.",
            "Mesmu karta na ingles",
            "Pájina {page} di {pages}",
            "Informason, ka un prumesa.",
            "Es fonti ka odjadu di novu.",
            *("Ken ki prepara", "Ken ki odja y asina", "Data", "Karinbu di klínika"),
        ),
    ),
    "pt": Words(
        "Uma carta de exemplo",
        "Para {name}. Esta carta é um exemplo. Leia até o fim.",
        "Ligue para {clinic}: **{phone}**.\nEstamos aqui hoje.",
        "O que fazer agora",
        "1. Fique em calma. Diga: {saying} (Quero falar com um advogado.)",
        "2. Olhe o papel. É o formulário {form}? Guarde uma cópia. {cite}",
        "3. Lembre-se do nome e da hora. Escreva tudo quando puder.",
        ("4. Traga isto:", "- a carta", "- seus papéis"),
        "O escritório fica em {address}. O número é {case}. Escrevemos isto {day}. A água está"
        " fria e o pão está quente. As crianças leem um livro e a avó conta uma história.",
        "Mais informações",
        "na terça-feira, 1º\u00a0de\u00a0dezembro, 14h10 (2:10\u00a0PM)",
        "Conceição Araújo Brandão",
        (
            "**RASCUNHO.** Nenhum advogado assinou esta carta.\nAinda não faça o que ela diz.",
            "**RASCUNHO.** Nenhum advogado assinou esta carta.",
            "**Tradução em rascunho.** Vale o texto em inglês.",
            "Esta parte está só em inglês.",
            "A mesma carta em inglês",
            "Página {page} de {pages}",
            "Informação, não uma promessa.",
            "Esta fonte não foi conferida há pouco tempo.",
            *("Preparada por", "Conferida e assinada por", "Data", "Carimbo da clínica"),
        ),
    ),
    "zh-Hans": Words(
        "一封示例信",
        "致{name}：这封信只是示例。您可以慢慢看完。",
        "请打电话给 {clinic}，电话是 **{phone}**。\n我们今天都在。",
        "现在该做什么",
        "1. 保持冷静。您可以说：{saying}（我想和律师谈话。）",
        "2. 看一看那张纸。它是表格 {form} 吗？请留一份副本。{cite}",
        "3. 记住名字和时间。方便的时候，把一切都写下来。",
        ("4. 请带上：", "- 这封信", "- 您的文件"),
        "办公室在 {address}。号码是 {case}。这封信写于{day}。水是凉的，面包是热的；孩子们在看书，"
        "老人在讲故事（很长的故事）。他说：“今天天气很好……”大家都笑了。",
        "更多信息",
        "2026年12月1日星期二下午2:10",
        "王䶮",
        (
            "**草稿。**没有律师签署这封信。\n请先不要照着做。",
            "**草稿。**没有律师签署这封信。",
            "**译文草稿。**以英文为准。",
            "这一部分只有英文。",
            "同一封信的英文本",
            "第 {page} 页，共 {pages} 页",
            "这是信息，不是承诺。",
            "这个来源近来没有核对。",
            *("撰写人", "核对并签署人", "日期", "诊所盖章"),
        ),
    ),
    "zh-Hant": Words(
        "一封範例信",
        "致{name}：這封信只是範例。您可以慢慢看完。",
        "請打電話給 {clinic}，電話是 **{phone}**。\n我們今天都在。",
        "現在該做什麼",
        "1. 保持冷靜。您可以說：{saying}（我想和律師談話。）",
        "2. 看一看那張紙。它是表格 {form} 嗎？請留一份副本。{cite}",
        "3. 記住名字和時間。方便的時候，把一切都寫下來。",
        ("4. 請帶上：", "- 這封信", "- 您的文件"),
        "辦公室在 {address}。號碼是 {case}。這封信寫於{day}。水是涼的，麵包是熱的；孩子們在看書，"
        "老人在講故事（很長的故事）。他說：「今天天氣很好……」大家都笑了。",
        "更多資訊",
        "2026年12月1日星期二下午2:10",
        "陳怡君",
        (
            "**草稿。**沒有律師簽署這封信。\n請先不要照著做。",
            "**草稿。**沒有律師簽署這封信。",
            "**譯文草稿。**以英文為準。",
            "這一部分只有英文。",
            "同一封信的英文本",
            "第 {page} 頁，共 {pages} 頁",
            "這是資訊，不是承諾。",
            "這個來源近來沒有核對。",
            *("撰寫人", "核對並簽署人", "日期", "診所蓋章"),
        ),
    ),
    "vi": Words(
        "Một lá thư mẫu",
        "Gửi {name}. Đây là một lá thư mẫu. Xin quý vị đọc đến hết.",
        "Xin gọi {clinic}, số **{phone}**.\nHôm nay chúng tôi có mặt ở đây.",
        "Những việc cần làm ngay",
        "1. Hãy giữ bình tĩnh. Hãy nói: {saying} (Tôi muốn nói chuyện với luật sư.)",
        "2. Hãy xem tờ giấy. Có phải là mẫu {form} không? Hãy giữ một bản sao. {cite}",
        "3. Hãy nhớ tên và giờ. Khi có thể, hãy viết lại tất cả.",
        ("4. Xin mang theo:", "- lá thư này", "- giấy tờ của quý vị"),
        "Văn phòng ở {address}. Số là {case}. Chúng tôi viết thư này {day}. Nước thì lạnh và bánh"
        " mì thì nóng. Trẻ em đọc sách, còn ông cụ kể một câu chuyện dài. Ở ĐỂ ẤM Ỹ.",
        "Thông tin thêm",
        "thứ\u00a0Ba, ngày\u00a01 tháng\u00a012, 2\u00a0giờ\u00a010 chiều",
        "Nguyễn Thị Thảo",
        (
            "**BẢN NHÁP.** Chưa có luật sư nào ký lá thư này.\nXin chưa làm theo.",
            "**BẢN NHÁP.** Chưa có luật sư nào ký lá thư này.",
            "**Bản dịch nháp.** Bản tiếng Anh mới có giá trị.",
            "Phần này chỉ có tiếng Anh.",
            "Cũng lá thư này bằng tiếng Anh",
            "Trang {page} trên {pages}",
            "Thông tin, không phải lời hứa.",
            "Nguồn này gần đây chưa được kiểm tra.",
            *("Người soạn", "Người kiểm tra và ký", "Ngày", "Dấu của văn phòng"),
        ),
    ),
    "ar": Words(
        "رسالة للتجربة",
        "إلى {name}. هذه رسالة للتجربة. يمكنك قراءتها حتى النهاية.",
        "للاتصال بـ {clinic} على الرقم **{phone}**.\nنحن هنا اليوم.",
        "ما يمكنك فعله الآن",
        "1. الهدوء مهم. يمكنك قول: {saying} (أريد التحدث إلى محامٍ.)",
        "2. انظر إلى الورقة. هل هي الاستمارة {form}؟ من المهم الاحتفاظ بنسخة. {cite}",
        "3. من المهم تذكر الاسم والوقت (والمكان أيضًا)، وكتابة كل شيء عند الإمكان.",
        ("4. من المفيد إحضار:", "- الرسالة", "- أوراقك"),
        "المكتب في {address}. الرقم هو {case}. كتبنا هذه الرسالة {day}. الماء بارد والخبز ساخن."
        " الأطفال يقرؤون كتابًا، والجد يحكي قصة طويلة «عن البحر». هل أعجبتك القصة؟ لا، نعم؛ ربما.",
        "معلومات أخرى",
        "الثلاثاء 1\u00a0ديسمبر (كانون الأول) 2026، الساعة 2:10 بعد الظهر",
        "سلمى الخطيب",
        (
            "**مسودة.** لم يوقع أي محامٍ هذه الرسالة.\nلا يلزم العمل بها بعد.",
            "**مسودة.** لم يوقع أي محامٍ هذه الرسالة.",
            "**ترجمة أولية.** النص الإنجليزي هو المعتمد.",
            "هذا الجزء بالإنجليزية فقط.",
            "الرسالة نفسها بالإنجليزية",
            "صفحة {page} من {pages}",
            "معلومات وليست وعدًا.",
            "لم تتم مراجعة هذا المصدر مؤخرًا.",
            *("إعداد", "مراجعة وتوقيع", "التاريخ", "ختم المكتب"),
        ),
    ),
    "so": Words(
        "Warqad tusaale ah",
        "Ku socota {name}. Warqaddan waa tusaale. Fadlan akhri ilaa dhammaadka.",
        "Wac {clinic}, lambarka **{phone}**.\nMaanta waan joognaa.",
        "Waxa hadda la sameeyo",
        "1. Is deji. Dheh: {saying} (Waxaan rabaa inaan la hadlo qareen.)",
        "2. Eeg warqadda. Ma foomka {form} baa? Nuqul ka hay. {cite}",
        "3. Xusuuso magaca iyo saacadda. Wax walba qor markaad awooddo.",
        ("4. Soo qaado:", "- warqadda", "- waraaqahaaga"),
        "Xafiisku wuxuu ku yaal {address}. Lambarku waa {case}. Waxaan qornay {day}. Biyuhu waa"
        " qabow yihiin, rootiguna waa kulul yahay. Go’aanka waa la akhriyaa, sheekaduna waa dheer"
        " tahay.",
        "Macluumaad dheeraad ah",
        "Talaado, 1\u00a0Diseembar, 2:10\u00a0galabnimo",
        "Xaliimo Cabdi Warsame",
        (
            "**QABYO.** Qareen ma saxiixin warqaddan.\nWali ha ku dhaqmin.",
            "**QABYO.** Qareen ma saxiixin warqaddan.",
            "**Tarjumad qabyo ah.** Qoraalka Ingiriisiga ayaa sax ah.",
            "Qaybtan waa Ingiriisi oo keliya.",
            "Isla warqadda oo Ingiriisi ah",
            "Bogga {page} ee {pages}",
            "Waa macluumaad, ma aha ballan.",
            "Ishan dhawaan lama hubin.",
            *("Waxaa diyaariyay", "Waxaa hubiyay oo saxiixay", "Taariikh", "Shaabadda xafiiska"),
        ),
    ),
    "fr": Words(
        "Une lettre d’exemple",
        "Pour {name}. Cette lettre est un exemple. Pouvez-vous la lire jusqu’au bout\u202f?",
        "Appelez {clinic} au **{phone}**.\nNous sommes là aujourd’hui.",
        "Que faire maintenant",
        "1. Restez calme. Dites : {saying} (Je veux parler à un avocat.)",
        "2. Regardez le papier. Est-ce le formulaire {form} ? Gardez une copie. {cite}",
        "3. Retenez le nom et l’heure. Écrivez tout quand vous le pourrez.",
        ("4. Apportez :", "- la lettre", "- vos papiers"),
        "Le bureau est au {address}. Le numéro est {case}. Nous avons écrit ceci {day}. L’eau est"
        " froide et le pain est chaud. Les enfants lisent un livre, et le vieil homme raconte une"
        " longue histoire : « À l’été, près du cœur de l’île ».",
        "Plus d’informations",
        "le mardi 1er\u00a0décembre, 14\u00a0h\u00a010 (2:10\u00a0PM)",
        "Amélie Œuvrard-Noël",
        (
            "**PROJET.** Aucun avocat n’a signé cette lettre.\nNe la suivez pas encore.",
            "**PROJET.** Aucun avocat n’a signé cette lettre.",
            "**Traduction provisoire.** Le texte anglais fait foi.",
            "Cette partie est en anglais seulement.",
            "La même lettre en anglais",
            "Page {page} sur {pages}",
            "Des informations, pas une promesse.",
            "Cette source n’a pas été vérifiée récemment.",
            *("Préparée par", "Vérifiée et signée par", "Date", "Cachet du bureau"),
        ),
    ),
    "ru": Words(
        "Письмо для примера",
        "Кому: {name}. Это письмо — пример. Прочитайте его до конца.",
        "Позвоните в {clinic}: **{phone}**.\nМы на месте сегодня.",
        "Что делать сейчас",
        "1. Сохраняйте спокойствие. Скажите: {saying} (Я хочу поговорить с адвокатом.)",
        "2. Посмотрите на бумагу. Это форма {form}? Сохраните копию. {cite}",
        "3. Запомните имя и время. Запишите всё, когда сможете.",
        ("4. Принесите с собой:", "- это письмо", "- ваши бумаги"),
        "Офис находится здесь: {address}. Номер — {case}. Мы написали это {day}. Вода холодная, а"
        " хлеб тёплый. Дети читают книгу, и дедушка рассказывает длинную историю «О море».",
        "Дополнительные сведения",
        "во\u00a0вторник, 1\u00a0декабря 2026\u00a0г., 14:10 (2:10\u00a0PM)",
        "Фёдор Щукин",
        (
            "**ЧЕРНОВИК.** Ни один адвокат не подписал это письмо.\nПока не следуйте ему.",
            "**ЧЕРНОВИК.** Ни один адвокат не подписал это письмо.",
            "**Черновой перевод.** Верен английский текст.",
            "Эта часть только на английском языке.",
            "То же письмо на английском языке",
            "Страница {page} из {pages}",
            "Это сведения, а не обещание.",
            "Этот источник давно не проверяли.",
            *("Подготовил", "Проверил и подписал", "Дата", "Печать офиса"),
        ),
    ),
}
LANGUAGES = tuple(WORDS)


def sample(language: str, times: int = 1, *, confirmed: bool = False) -> Letter:
    """A letter with everything that a sheet must bear; its paragraph stands there ``times``."""
    letter = _written(language, times)
    if language == "en":
        return letter
    translation = Translation("checked" if confirmed else "draft", None, None)
    return replace(letter, translation=translation, original=_written("en", times))


def _written(language: str, times: int) -> Letter:
    words = WORDS[language]
    return Letter(
        kind="rights",
        language=language,
        title=words.title,
        blocks=tuple(_blocks(language, words, times)),
        marks=(*zip(_MARKS, words.marks, strict=True), ("head.more", words.more)),
        made_at=MADE_AT,
        packs=("us-ma 1",),
    )


def _blocks(language: str, words: Words, times: int) -> Iterator[Heading | Passage]:
    def filled(text: str) -> str:
        return text.format(
            name=isolated(words.name),
            clinic=CLINIC,
            phone=PHONE,
            form=FORM,
            saying=SAYING,
            cite=CITE,
            address=ADDRESS,
            case=CASE,
            day=isolated(words.day),
        )

    def passage(key: str, number: int | None, text: str, look: Look, sheet: int = 1) -> Passage:
        return Passage(key, number, filled(text), look, sheet, language, (), (), _NO_LAW, ())

    yield passage("opening.sample", None, words.opening, Look.OPENING)
    yield passage("call.number", None, words.call, Look.PANEL)
    yield Heading("head.now", words.head, 1, language)
    steps = "\n".join((words.say, words.paper, words.ask))
    yield passage("now.sample", 1, steps, Look.NUMBERED)
    yield Heading("head.more.sample", words.more, 1, language)
    points = words.points[0].removeprefix("4. "), *words.points[1:]
    yield passage("points.sample", 4, "\n".join(points), Look.NUMBERED)
    for number in range(5, 5 + times):
        yield passage(f"paragraph.{number}", number, words.paragraph, Look.NUMBERED)
    yield Heading("head.second", words.head, 2, language)
    yield passage("second.sample", 5 + times, words.paragraph, Look.NUMBERED, 2)


_FRONT = (
    "**To the officer**\nI choose to stay silent.\n"
    "I want to talk to a lawyer before I answer any question.\n"
    "I will not sign a paper from ICE before a lawyer reads it.\n"
    "Please let me call {clinic} at {phone}.\nI need an interpreter."
)
_BACK = (
    "1. Stay calm. Do not run. Do not fight. Do not lie.\n"
    "2. Give your true name. Show this card. Then stay silent.\n"
    "3. Sign nothing from ICE before you talk to a lawyer.\n"
    "4. Call {phone}. Talk to a lawyer before bail is paid."
)


def card(language: str, *, confirmed: bool = False, clinic: str = CLINIC) -> Letter:
    """A card for the wallet; in other languages it says other things, at about that length."""
    letter = _card(language, clinic)
    if language == "en":
        return letter
    translation = Translation("checked" if confirmed else "draft", None, None)
    return replace(letter, translation=translation, original=_card("en", clinic))


def _card(language: str, clinic: str) -> Letter:
    words = WORDS[language]
    front, back = _FRONT, _BACK
    if language != "en":
        step = words.ask.removeprefix("3. ")
        call = words.call.splitlines()[0]
        front = "\n".join((f"**{words.title}**", words.head, step, step, call, words.more))
        back = "\n".join(
            (f"1. {step}", f"2. {step}", f"3. {words.head}. {words.more}.", f"4. {call}")
        )

    def passage(key: str, text: str, look: Look, sheet: int) -> Passage:
        filled = text.format(clinic=clinic, phone=PHONE)
        number = 1 if look is Look.NUMBERED else None
        return Passage(key, number, filled, look, sheet, language, (), (), _NO_LAW, ())

    blocks = (
        passage("wallet.front", front, Look.PANEL, 1),
        passage("wallet.back", back, Look.NUMBERED, 2),
        passage("wallet.foot", words.marks[_MARKS.index("mark.foot")], Look.OPENING, 2),
    )
    return replace(_written(language, 1), kind="wallet", blocks=blocks)
