"""First names that stand for each other, titles, and surnames too common to mean kinship by themselves."""

from typing import Final

_GROUPS: Final = """
abigail abi abbie · alexander alex sandy · alexandra alex sandra · amanda mandy · andrew andy drew · angela angie
anthony tony · barbara barb babs · benjamin ben · catherine katherine kathryn cath kate katie kathy · charles charlie
charlotte charlie lottie · christine christina chris tina · christopher chris · daniel dan danny · david dave
deborah debbie deb · edward ed eddie ted · elizabeth liz lizzie beth betty eliza · eleanor ellie nell · frances fran
francis frank · gerald gerry · gregory greg · harold harry · henry harry · isabel isobel bella izzy · jacqueline jackie
james jim jimmy jamie · jennifer jenny jen · joanne joanna jo · john jack johnny · jonathan jon · joseph joe joey
kenneth ken kenny · kimberley kim · lawrence larry · leonard len · louise lou · margaret maggie peggy meg
matthew matt · michael mike mick micky · mohammed muhammad mohamed mohammad mo · natalie nat · nicholas nick nicky
nicola nicky nikki · pamela pam · patricia pat trish tricia · patrick pat paddy · peter pete · philip phillip phil
raymond ray · rebecca becky becca · richard rich rick dick · robert rob bob bobby · ronald ron · samantha sam
samuel sam · sarah sally · stephen steven steve · susan sue susie suzie · teresa theresa terry tess
thomas tom tommy · timothy tim · valerie val · victoria vicky vicki tori · william will bill billy
"""

_COMMON: Final = """
adams ahmed akhtar ali allen anderson bailey baker begum bell bennett brown campbell carter clark clarke collins cook
cooper cox davies davis edwards ellis evans foster green griffiths hall harris harrison hill hughes hussain hussein
jackson james jenkins johnson jones kaur kelly khan king knight lee lewis marshall martin mason miller mitchell moore
morgan morris murphy parker patel phillips powell price richards richardson roberts robinson rogers russell scott shah
shaw simpson singh smith stevens stewart taylor thomas thompson turner walker ward watson webb white wilkinson williams
wilson wood wright young
"""

_TITLES: Final = """
mr mrs ms miss mx dr doctor prof professor rev revd reverend sir dame lady lord pc wpc pcso ps ds dc di dci dcs insp
inspector sgt sergeant constable det detective superintendent supt sister nurse midwife cllr councillor judge hhj
justice
"""

TITLES: Final = frozenset(_TITLES.split())
LETTERS_AFTER: Final = frozenset({"obe", "mbe", "cbe", "qpm", "qc", "kc", "jp", "phd", "bsc", "msc", "rgn"})
SHORT_FORMS: Final = tuple(
    frozenset(group.split()) for group in _GROUPS.replace("\n", " · ").split("·") if group.split()
)
COMMON_SURNAMES: Final = frozenset(_COMMON.split())


def stand_for_each_other(one: str, other: str) -> bool:
    """Whether two first names (lower case) are forms of one name, as Liz is of Elizabeth."""
    return any(one in group and other in group for group in SHORT_FORMS)
