"""The most frequent words of each language, most frequent first, and how its words are made up."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Make:
    """How made-up words of a language look: what begins, carries and ends a syllable, and ends."""

    common: str
    onsets: str
    vowels: str
    codas: str = ""
    endings: str = ""
    accents: str = ""


ENGLISH = Make(
    "the of and to in a is that for it as was with be by on not he his but at are this have from "
    "or had an they which one you were her all she there would their we him been has when who "
    "will more no if out so said what up its about into than them can only other new some could "
    "time these two may then do first any my now such like our over man me even most made after",
    "b c d f g h l m n p r s t v w br ch cl cr dr fl gr pl pr sh sl sp st str th tr",
    "a e i o u a e i o ea ou ai ee",
    "_ _ _ n r l s t m d ck nd st rm",
    "_ _ _ _ s s ed ing ly ment tion er al",
    "eé iï oô",
)
FRENCH = Make(
    "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il "
    "sont la avec son elle nous mais ou leur cette été aux ont même ses on ces entre sans comme "
    "fait tout était être deux bien aussi peut après tous leurs avant temps alors très encore",
    "b c d f g j l m n p r s t v br ch cl cr dr fl gr pl pr qu tr",
    "a e i o u ai eau ou oi eu",
    "_ _ _ n r l s t",
    "_ _ _ s s er é ée ement tion ité eux",
    "eé eè aà oô uû cç",
)
GERMAN = Make(
    "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
    "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum "
    "war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom",
    "b d f g h k l m n p r s t v w z bl br dr fl gr kl kr pf pl schl schw sp st str tr",
    "a e i o u ei au ie eu",
    "_ n r l s t ng nd rt ck",
    "_ _ e en er ung heit lich isch",
    "aä oö uü",
)
RUSSIAN = Make(
    "и в не на я быть он с что а по это она этот к но они мы весь который из у то за свой ещё от "
    "так о для ты же все год вы тот мочь до его сказать этого как её при уже их если или под во",
    "б в г д ж з к л м н п р с т ф х ц ч ш бр вр гр др кр пр ст стр тр",
    "а е и о у ы я ю",
    "_ _ _ н р л с т м",
    "_ _ а ы ов ать ить ение ость ский ная ого",
    "её",
)
UKRAINIAN = Make(
    "і в не на я бути він з що а по це вона цей до але вони ми весь який із у то за свій ще від "
    "так про для ти же все рік ви той могти його сказати цього як її при вже їх якщо або під та",
    "б в г д ж з к л м н п р с т ф х ц ч ш бр вр гр др кр пр ст стр тр",
    "а е и о у і я ї є",
    "_ _ _ н р л с т м",
    "_ _ а и ів ати ити ення ість ський на ого",
    "иі еє",
)
ARABIC = Make(
    "في من على إلى أن هذا التي الذي عن مع ما لا هذه كان بعد قال بين كل قد ذلك كما لم أو حيث عند "
    "غير حتى لكن ثم إن هو هي هم نحن أي بها له لها منذ قبل عبر خلال أيضا ضد حول دون أكثر",
    "ب ت ث ج ح خ د ر ز س ش ص ط ع غ ف ق ك ل م ن ه الب الت الم الس",
    "ا و ي _ _",
    "_ _ ر ن ل م د ب",
    "_ _ ة ات ون ين ية",
)
CHINESE = Make(
    "的 一 是 在 不 了 有 和 人 这 中 大 为 上 个 国 我 以 要 他 时 来 用 们 生 到 "
    "作 地 于 出 就 分 对 成 会 可 主 发 年 动 同 工 也 能 下 过 子 说 产 种 面 而 "
    "方 后 多 定 行 学 法 所 民 得 经",
    "安 保 北 变 别 部 采 察 场 城 处 传 达 代 当 导 点 电 东 度 反 防 改 各 工 公 "
    "共 关 观 广 规 海 合 核 和 环 机 基 技 济 家 加 建 交 教 解 界 金 进 经 决 军 "
    "开 科 况 力 利 联 领 论 美 平 强 区 全 权 认 任 社 审 实 世 事 受 双 水 思 提 "
    "体 通 统 投 外 问 西 线 相 协 新 信 形 需 选 研 议 意 应 影 育 员 原 源 远",
    "_",
)
