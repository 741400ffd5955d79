"""Details of an event that two accounts can share or differ on: injuries, parts of the body, sides, what is said to
have happened.
"""

from threadline.domain.chronology.linking.lexicon.listing import listed

INJURIES: dict[str, tuple[str, ...]] = {
    "bruise": listed(
        """
        bruise, bruises, bruising, haematoma, contusion, finger-tip bruising, fingertip bruise, grab marks, grip
        marks, finger-shaped marks, finger marks, thumb print
        """
    ),
    "black eye": listed(
        """
        black eye, periorbital bruising, bruising around the eye, bruised eye, bruise to eye
        """
    ),
    "red mark": listed(
        """
        red mark, linear mark, linear red mark, redness, slap mark, hand print, handprint, welt, weal, red patch
        """
    ),
    "graze": ("graze", "grazed", "abrasion", "scrape", "scuffed", "carpet burn", "friction burn"),
    "scratch": ("scratch", "scratches", "scratched"),
    "cut": listed(
        """
        laceration, lacerated, gash, split lip, cut lip, bleeding lip, cut to, cut above, cut over, deep cut, cuts,
        open wound, stab wound, lacerations
        """
    ),
    "burn": listed(
        """
        burn, burnt, burned, scald, scalded, cigarette burn, partial thickness burn
        """
    ),
    "bite": ("bite", "bitten", "bite mark", "bite wound", "dog bite"),
    "fracture": listed(
        """
        fracture, fractured, broken arm, broken leg, broken wrist, broken bone, buckle fracture, spiral fracture
        """
    ),
    "swelling": ("swelling", "swollen", "lump", "bump", "egg on head"),
    "sprain": ("sprain", "sprained", "sore wrist", "sore ankle", "soft tissue injury"),
    "nosebleed": ("nosebleed", "nose bleed", "bleeding nose", "epistaxis"),
    "tooth": ("broken tooth", "chipped tooth", "tooth knocked"),
    "torn frenulum": ("torn frenulum", "frenulum"),
}
"""What kind of injury it was: two accounts of one injury that name different kinds differ."""

WOUNDS: tuple[str, ...] = listed(
    """
    injury, injuries, injured, mark, marks, wound, hurt, trauma, head injury, head wound, facial mark
    """
)
"""Words for an injury that do not say which kind: they fit any."""

BODY: dict[str, tuple[str, ...]] = {
    "face": listed(
        """
        face, facial, cheek, chin, jaw, nose, lip, mouth, eye, eyebrow, eyelid, forehead, temple, eyes
        """
    ),
    "head": ("head", "scalp", "skull", "ear", "neck", "ears"),
    "arm": listed(
        """
        arm, forearm, upper arm, elbow, wrist, hand, finger, fingers, shoulder, hands, arms, thumb, knuckles
        """
    ),
    "leg": listed(
        """
        leg, shin, thigh, knee, ankle, foot, calf, toe, legs, feet, lower leg
        """
    ),
    "trunk": listed(
        """
        back, chest, stomach, abdomen, abdominal, ribs, buttock, buttocks, bottom, hip, side of body, torso
        """
    ),
    "genital": ("genital", "genitals", "groin", "vaginal", "penis", "anal"),
}

SIDED = (
    "forearm",
    "arm",
    "leg",
    "hand",
    "eye",
    "ear",
    "cheek",
    "wrist",
    "knee",
    "thigh",
    "foot",
    "ankle",
    "shoulder",
    "temple",
)
"""Parts of the body of which there are two: the side is often a letter before them."""

SIDES: dict[str, tuple[str, ...]] = {
    "left": ("left", "lt", "l/h", "left hand side", *(f"l {part}" for part in SIDED)),
    "right": ("right", "rt", "r/h", "right hand side", *(f"r {part}" for part in SIDED)),
}

TREATED: tuple[str, ...] = listed(
    """
    steri-strips, steristrips, stitches, sutured, sutures, glued, dressing, bandage, bandaged, plaster cast, in a
    cast, in plaster, sling, x-ray, x-rayed, paper stitches, stitched, wound closed
    """
)

CAUSES: dict[str, tuple[str, ...]] = {
    "stairs": ("stairs", "down the stairs", "staircase", "steps"),
    "sofa": ("sofa", "settee", "couch", "armchair"),
    "bed": ("off the bed", "out of bed", "bunk bed", "from the bed", "bunk"),
    "cot": ("cot", "cot bars", "bars of the cot", "moses basket", "crib"),
    "changing mat": ("changing mat", "changing table", "changing unit"),
    "toy": ("toy", "threw a toy", "toy was thrown", "toy car", "hit by a toy", "a block"),
    "door": ("door", "ran into a door", "walked into a door", "shut in the door", "door frame"),
    "dog": ("tripped over the dog", "the dog", "knocked over by the dog", "dog"),
    "table": ("table", "coffee table", "corner of table", "worktop"),
    "swing": ("swing", "swings"),
    "slide": ("slide", "climbing frame", "monkey bars"),
    "trampoline": ("trampoline",),
    "bike": ("bike", "bicycle", "scooter", "fell off his bike", "off her bike"),
    "bath": ("bath", "in the bath", "slipped in the bath", "shower"),
    "wheelchair": ("wheelchair", "out of the wheelchair", "out of his wheelchair"),
    "hoist": ("hoist",),
    "high chair": ("high chair", "highchair"),
    "pushchair": ("pushchair", "buggy", "pram", "car seat"),
    "wall": ("wall", "kerb", "pavement", "playground", "fence", "radiator", "fireplace", "gate"),
    "fight": ("fight with", "fighting with"),
    "iron": ("iron", "hair straighteners", "straighteners", "hot iron"),
    "hot drink": listed(
        """
        cup of tea, hot tea, tea, coffee, hot drink, kettle, hot water, boiling water
        """
    ),
    "hob": ("hob", "oven", "cooker", "stove", "pan", "saucepan"),
    "cigarette": ("cigarette", "lighter", "matches"),
    "sister": listed(
        """
        by his sister, by her sister, sister pushed, sister hit, sister did it, pushed by his sister, pushed by her
        sister
        """
    ),
    "brother": listed(
        """
        by his brother, by her brother, brother pushed, brother hit, pushed by her brother, pushed by his brother,
        brother did it
        """
    ),
    "cousin": ("cousin", "cousin fell", "by a cousin"),
    "other child": ("another child", "other child", "child at nursery", "friend's child"),
    "adult hit": listed(
        """
        was hit by, smacked, slapped by, smacked him, smacked her, hit him, hit her, punched him, kicked him
        """
    ),
    "self": listed(
        """
        did it himself, did it herself, hit himself, hit herself, head banging, banged his own, own nail, own nails
        """
    ),
    "fell": ("tripped", "slipped", "fallen over", "fell over"),
    "lawnmower": ("lawnmower", "ladder", "window", "out of the window", "balcony"),
    "rough play": ("rough play", "play fighting", "playing with", "rough and tumble"),
    "medical": listed(
        """
        mongolian spot, mongolian blue spot, birthmark, bruises easily, low iron, clotting
        """
    ),
}
"""What an injury is put down to. Only compared where an account offers an explanation."""

EXPLAINING: tuple[str, ...] = listed(
    """
    explanation, said, says, explained, mechanism, history, account, because, stated, states, told, reported, after,
    caused, put down to, due to, claimed, claims, stating, saying, reports, who said, explains, reason given, from,
    described, attributed, happened when, given as, gave, hx, parents say, following
    """
)

SUBSTANCES: dict[str, tuple[str, ...]] = {
    "cannabis": ("cannabis", "weed", "marijuana", "skunk", "spliff"),
    "cocaine": ("cocaine", "crack", "crack cocaine"),
    "heroin": listed(
        """
        heroin, opiate, opiates, opioid, methadone, subutex, buprenorphine, naloxone
        """
    ),
    "paracetamol": ("paracetamol", "ibuprofen", "tablets", "pills"),
    "amphetamine": ("amphetamine", "speed", "mdma", "ecstasy", "mcat", "spice", "ketamine"),
    "benzodiazepine": ("diazepam", "valium", "benzodiazepine", "pregabalin", "xanax", "zopiclone"),
    "alcohol": listed(
        """
        alcohol, drunk, intoxicated, drinking, vodka, lager, wine, cider, inebriated, been drinking
        """
    ),
}

PLANS: dict[str, tuple[str, ...]] = {
    "neglect": ("neglect",),
    "emotional abuse": ("emotional abuse", "emotional harm"),
    "physical abuse": ("physical abuse", "physical harm", "physical injury"),
    "sexual abuse": ("sexual abuse", "sexual harm"),
}

TOPICS: dict[str, tuple[str, ...]] = {
    "face mark": ("facial", "cheek", "face"),
    "school": ("attendance", "exclusion"),
    "immunisation": listed(
        """
        immunisation, immunisations, imms, immunised, vaccine, vaccination, jab, jabs, booster
        """
    ),
    "medication": listed(
        """
        medication, prescription, script, medicine, sertraline, antidepressant, inhaler, insulin, tablets, medication
        review, antidepressants
        """
    ),
    "mood": listed(
        """
        low mood, depression, depressed, mental health, anxiety, mood, postnatal depression, tearful
        """
    ),
    "weight": listed(
        """
        weight, centile, growth, weighed, faltering growth, weight loss, losing weight, underweight
        """
    ),
    "head lice": ("head lice", "nits", "lice"),
    "food": ("food", "hungry", "food parcel", "food bank", "underfed"),
    "tenancy": ("arrears", "rent", "tenancy", "possession", "eviction"),
    "dog": ("dog", "dogs"),
    "fire": ("fire",),
    "knife": ("knife", "machete", "weapon", "blade"),
    "clinic": ("clinic", "outpatient", "appointment", "appt"),
    "seizure": ("seizure", "fit", "fitting", "epilepsy", "epileptic", "convulsion"),
    "theft": ("theft", "shoplifting", "stolen", "stealing", "shop theft"),
    "dental": ("dental", "dentist", "tooth", "teeth", "caries"),
    "hearing": ("audiology", "hearing"),
    "speech": ("speech", "salt", "speech and language"),
    "asthma": ("asthma", "wheeze", "inhaler", "breathing"),
    "pregnancy": ("pregnant", "pregnancy", "unborn", "antenatal", "scan"),
    "sex": ("sexual", "sex", "rape", "sexually", "sexualised"),
    "online": ("online", "snapchat", "instagram", "facebook", "indecent images", "phone images"),
    "drugs": ("drugs", "drug", "substance", "substances", "using"),
    "driving": ("car", "vehicle", "driving", "collision", "rtc", "road traffic"),
}
"""Subjects that two accounts may share without the same words."""

GRADES: dict[str, tuple[str, ...]] = {
    "minor": listed(
        """
        no offences, no offence, words of advice, verbal only, no complaint, no crime, all in order, all quiet, advice
        given at scene, no injuries, in the street, town centre, no trace, no assault
        """
    ),
    "serious": listed(
        """
        assault, assaulted, arrested, punched, grabbed, pushed, strangled, injury, abh, gbh, weapon, 999, charged,
        kicked, knife, emergency department, a&e, hit her, laceration, bleeding
        """
    ),
}
"""How grave an incident was: a quarrel in the street without offences is not the assault that another agency heard
of.
"""

COMPLAINTS: dict[str, tuple[str, ...]] = {
    "injury": listed(
        """
        injury, wound, fracture, fractured, bruise, bruising, laceration, graze, burn, scald, sprain, bite, cut,
        trauma, fell, fall, red mark, stitches, glued, steri-strips, assault, assaulted, broken, plaster, argument,
        swelling, wrist, head wound, tripped, x-ray, knee, ankle
        """
    ),
    "teeth": ("toothache", "dental", "tooth abscess"),
    "belly": listed(
        """
        abdominal pain, stomach pain, vomiting, diarrhoea, constipation, gastroenteritis, tummy pain, appendicitis
        """
    ),
    "chest": listed(
        """
        chest pain, asthma, wheeze, cough, croup, breathing, bronchiolitis, pneumonia, chest infection
        """
    ),
    "infection": listed(
        """
        viral, rash, earache, ear infection, sore throat, tonsillitis, fever, temperature, eczema, conjunctivitis,
        urine infection, jaundice, cold, chickenpox
        """
    ),
    "overdose": listed(
        """
        overdose, tablets, paracetamol, naloxone, self-poisoning, ingested, poisoning
        """
    ),
    "seizure": ("seizure", "fit", "convulsion", "epilepsy"),
    "mind": ("136", "suicidal", "psychosis", "self-harm", "mental health act", "mha"),
    "pregnancy": listed(
        """
        pregnant, pregnancy, bleeding in pregnancy, contractions, reduced movements, labour, caesarean
        """
    ),
    "back": ("back pain", "headache", "migraine", "dizzy"),
    "drink": ("intoxicated", "drunk", "alcohol"),
    "clinic": listed(
        """
        speech delay, audiology, growth, clinic, outpatient, physio, orthodontic, eye clinic, dermatology, allergy
        """
    ),
}
"""What a patient came with: two attendances for different complaints are two attendances."""
