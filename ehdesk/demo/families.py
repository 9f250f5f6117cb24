"""Made-up families. Every name, address and story here is invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random


@dataclass(frozen=True)
class MadeUpPerson:
    """``age`` in years, ``school`` empty for those not at school. A child who is not born yet is
    ``due_in_days`` after the demo's today."""

    first_name: str
    family_name: str
    relationship: str
    age: int
    school: str = ""
    lives: str = "here"
    due_in_days: int = 0

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.family_name}"

    @property
    def is_child(self) -> bool:
        return self.relationship == "Child"


@dataclass(frozen=True)
class MadeUpFamily:
    """A family with what it needs and what its child says."""

    name: str
    address: str
    postcode: str
    people: tuple[MadeUpPerson, ...]
    needs: tuple[str, ...]
    worry: str
    going_well: str
    child_words: str
    parent_words: str
    wants: tuple[str, ...] = field(default=())
    said_by: str = ""
    """Whose the child's words are; the first child's when nothing is said."""

    @property
    def children(self) -> tuple[MadeUpPerson, ...]:
        return tuple(person for person in self.people if person.is_child)

    @property
    def speaker(self) -> MadeUpPerson:
        """The child whose words are told."""
        told = (child for child in self.children if child.first_name == self.said_by)
        return next(told, self.children[0])

    @property
    def parent(self) -> MadeUpPerson:
        return next(person for person in self.people if not person.is_child)


def _child(first: str, family: str, age: int, school: str = "Larkmoor Primary") -> MadeUpPerson:
    return MadeUpPerson(first, family, "Child", age, school if age >= 4 else "")


def _mum(first: str, family: str, age: int) -> MadeUpPerson:
    return MadeUpPerson(first, family, "Mum", age)


TILBROOK = MadeUpFamily(
    "Tilbrook",
    "14 Cobden Rise, Leicester",
    "LE3 0ZZ",
    (
        _mum("Dawn", "Tilbrook", 34),
        _child("Kayden", "Tilbrook", 10),
        _child("Isla", "Tilbrook", 7),
        _child("Rory", "Tilbrook", 2),
        MadeUpPerson("Maureen", "Tilbrook", "Nan", 61, lives="elsewhere"),
        MadeUpPerson("Lee", "Marsh", "Kayden's dad", 37, lives="elsewhere"),
    ),
    ("attendance", "feelings", "home_and_money", "parent_health"),
    "Mornings are rushed and Kayden is late 6 days in 10. Dawn is tired and has missed two "
    "appointments. Three children share one room and the boiler has not worked since March.",
    "Kayden goes back to class once he has had five minutes. Nan helps on Thursdays.",
    "I want Mr Obi to know when I need five minutes.",
    "I’d love one evening a week that isn’t washing.",
    (
        "Kayden feels calm and safe at school",
        "Dawn feels well and has time for herself",
        "Our home is warm, with room for homework",
    ),
)

STORIES: tuple[MadeUpFamily, ...] = (
    MadeUpFamily(
        "Vadgama",
        "3 Quill Street, Leicester",
        "LE4 5ZZ",
        (
            _mum("Hetal", "Vadgama", 39),
            _child("Rohan", "Vadgama", 13, "Stonebeck Academy"),
            _child("Mira", "Vadgama", 9),
            MadeUpPerson("Sanjay", "Vadgama", "Dad", 42, lives="elsewhere"),
        ),
        ("attendance", "feelings", "parenting"),
        "Rohan has stopped coming to maths and sleeps in the day. Mira copies him.",
        "Both children are close to their mum. Rohan still cooks with her on Sundays.",
        "Nights are when my head is loud.",
        "I want us to eat together again.",
        ("Rohan sleeps at night and is in lessons", "Mira has her own time with Mum"),
    ),
    MadeUpFamily(
        "Petrescu",
        "21 Ember Court, Leicester",
        "LE2 1ZZ",
        (
            _mum("Ioana", "Petrescu", 28),
            _child("Ana", "Petrescu", 4, "Larkmoor Nursery"),
            _child("Luca", "Petrescu", 2),
            MadeUpPerson("Andrei", "Petrescu", "Dad", 31),
            MadeUpPerson("Baby", "Petrescu", "Child", 0, due_in_days=70),
        ),
        ("home_and_money", "work"),
        "The family may lose its flat in the spring. Ana has few words in either language.",
        "Ioana reads with both children every night.",
        "I like the sand.",
        "I only need somebody to help with the forms.",
        ("We keep our home",),
    ),
    MadeUpFamily(
        "Lakhani",
        "8 Saltmarsh Way, Leicester",
        "LE5 2ZZ",
        (
            _mum("Farida", "Lakhani", 41),
            _child("Zara", "Lakhani", 14, "Stonebeck Academy"),
        ),
        ("attendance", "feelings", "young_carer", "work"),
        "Zara looks after her mum on bad days and was in school three days in five.",
        "Zara has one good friend and loves art club.",
        "I still want someone to check on me after Christmas.",
        "Mornings are calmer. I know who to ring before it gets too much.",
        (
            "Zara is in school most days",
            "Zara can say when it is too much",
            "Farida gets regular breaks",
            "The rent is paid and the home is settled",
        ),
    ),
    MadeUpFamily(
        "Brennan",
        "27 Tansy Walk, Leicester",
        "LE3 0ZY",
        (
            _mum("Siobhan", "Brennan", 37),
            _child("Callum", "Brennan", 8),
            _child("Niamh", "Brennan", 5),
            MadeUpPerson("Paul", "Hewitt", "Mum's partner", 40, lives="part"),
        ),
        ("attendance", "feelings", "work", "parent_health"),
        "Attendance has dropped to 84% since September. Siobhan's back injury means mornings are "
        "hard. Rent arrears letter on 2 November.",
        "Callum and Niamh play well together. Paul does the school run on Fridays.",
        "I worry about Mum when I am in class. I keep checking the clock.",
        "I need a hand until my back is better.",
    ),
    MadeUpFamily(
        "Hussain-Grant",
        "60 Marlow Bank, Leicester",
        "LE1 6ZZ",
        (
            _mum("Aaliyah", "Hussain-Grant", 31),
            _child("Amara", "Hussain-Grant", 6),
            _child("Idris", "Hussain-Grant", 3),
        ),
        ("feelings", "learning", "home_and_money"),
        "Amara hits out at playtime and cries at the gate.",
        "She calms with her key worker and loves counting.",
        "My tummy hurts at the gate.",
        "I want playtime to be fun for her.",
        ("Amara enjoys playtime", "Our bathroom is mended"),
    ),
    MadeUpFamily(
        "Osman",
        "5 Fennel Yard, Leicester",
        "LE4 0ZX",
        (
            _mum("Ifrah", "Osman", 36),
            _child("Yusuf", "Osman", 9),
            _child("Hana", "Osman", 6),
        ),
        ("attendance", "feelings", "home_and_money"),
        "Attendance is 86% this term. Hana leaves the hall at lunch and finds it hard to come "
        "back to class afterwards.",
        "Hana loves art and has one close friend. She reads aloud at home with Yusuf.",
        "I like art and Miss Bell. When it is loud in the hall my tummy feels like bees.",
        "We need a quiet place for both of them.",
        said_by="Hana",
    ),
    MadeUpFamily(
        "Chikwanha",
        "44 Orchard Fold, Leicester",
        "LE3 9ZX",
        (_mum("Rudo", "Chikwanha", 38), _child("Tariro", "Chikwanha", 12, "Stonebeck Academy")),
        ("learning", "feelings"),
        "Tariro was left out by her friends and stopped going to clubs.",
        "She talks to her aunt every week.",
        "I want one person to sit with.",
        "She was always the one who laughed.",
        ("Tariro has someone to sit with",),
    ),
    MadeUpFamily(
        "Kowalczyk",
        "17 Wren Close, Leicester",
        "LE2 9ZW",
        (_mum("Marta", "Kowalczyk", 33), _child("Zofia", "Kowalczyk", 7)),
        ("parenting",),
        "Bedtimes take three hours and everyone is worn out.",
        "Zofia is in school every day and on time.",
        "I am not sleepy when it is light.",
        "One good night would change everything.",
    ),
    MadeUpFamily(
        "Fenwick",
        "2 Tannery Row, Leicester",
        "LE5 0ZW",
        (
            _mum("Gail", "Fenwick", 35),
            _child("Poppy", "Fenwick", 11),
            _child("Alfie", "Fenwick", 7),
        ),
        ("attendance", "parenting", "parent_health", "home_and_money"),
        "Poppy's attendance has not moved in two reviews and a third move of home is coming.",
        "Alfie is settled in his class.",
        "I don't unpack any more.",
        "We just need to stay put.",
        ("Poppy stays at one school", "Gail has help with her health"),
    ),
    MadeUpFamily(
        "Okafor",
        "31 Bramble Road, Leicester",
        "LE3 1ZR",
        (_mum("Ngozi", "Okafor", 42), _child("Chidi", "Okafor", 11)),
        ("learning", "feelings"),
        "Chidi finds the move to Year 7 hard and has stopped reading.",
        "He builds models for hours.",
        "The corridors are too loud.",
        "He was fine last year.",
    ),
    MadeUpFamily(
        "Delaney",
        "12 Cooper's Green, Leicester",
        "LE4 7ZS",
        (_mum("Roisin", "Delaney", 30), _child("Finn", "Delaney", 6)),
        ("behaviour", "parenting"),
        "Finn throws things at home and his mum is afraid of the neighbours' complaints.",
        "Finn is gentle with the dog.",
        "I get hot and then it happens.",
        "I want to know what to do when he is cross.",
    ),
    MadeUpFamily(
        "Whitlock",
        "6 Paddock End, Leicester",
        "LE2 6ZQ",
        (_mum("Carrie", "Whitlock", 29), _child("Eden", "Whitlock", 3)),
        ("early_years",),
        "Eden is not talking yet.",
        "Eden points and brings books.",
        "Eden pulled me to the water tray and laughed.",
        "I would like to meet other mums.",
    ),
    MadeUpFamily(
        "Marchetti",
        "77 Foundry Lane, Leicester",
        "LE5 4ZP",
        (_mum("Paola", "Marchetti", 40), _child("Nico", "Marchetti", 16, "Stonebeck Academy")),
        ("harm", "feelings"),
        "Nico came in with bruises and said he cannot go home.",
        "He came to us to talk.",
        "Please don't ring home.",
        "Not asked, because asking could put Nico in more danger.",
    ),
    MadeUpFamily(
        "Adeyemi-Cole",
        "90 Lantern Street, Leicester",
        "LE1 7ZT",
        (_mum("Bisi", "Cole", 44), _child("Tobi", "Adeyemi-Cole", 15, "Stonebeck Academy")),
        ("behaviour", "attendance", "feelings"),
        "Tobi has been out late with older boys and was sent home twice this term.",
        "He turns up for boxing and trusts his coach.",
        "At boxing nobody looks at my file.",
        "I want him home by nine.",
        ("Tobi is home by nine", "Tobi finishes Year 11"),
    ),
    MadeUpFamily(
        "Stannard",
        "18 Mill Bank, Leicester",
        "LE4 7ZN",
        (
            _mum("Leanne", "Stannard", 34),
            _child("Casey", "Stannard", 11, "Stonebeck Academy"),
            _child("Bo", "Stannard", 6),
        ),
        ("parenting", "home_and_money", "attendance", "harm"),
        "Casey and Bo are often alone in the evening. The flat has been cold since the autumn.",
        "Casey makes sure that Bo gets to school.",
        "I lock the door and we watch films.",
        "I cannot be in two places at once.",
        ("Somebody is home in the evening", "The flat is warm"),
    ),
    MadeUpFamily(
        "Quillfeather",
        "2 Orchard Rise, Leicester",
        "LE3 8ZM",
        (
            _mum("Naomi", "Quillfeather", 30),
            _child("Seth", "Quillfeather", 7),
            _child("Ivy", "Quillfeather", 4, "Larkmoor Nursery"),
        ),
        ("parenting", "feelings", "home_and_money"),
        "Seth still wakes at night after what happened last year. Rent is behind.",
        "Naomi and the children have been safe in their own home since the summer.",
        "I like our new door.",
        "We are over the worst. I want to keep it that way.",
    ),
    MadeUpFamily(
        "Thackerby",
        "55 Canal Side, Leicester",
        "LE5 6ZP",
        (
            _mum("Roz", "Thackerby", 38),
            _child("Jem", "Thackerby", 9),
            MadeUpPerson("Dale", "Thackerby", "Dad", 40),
        ),
        ("attendance", "feelings", "work"),
        "Jem missed one day in four and said that nobody would notice.",
        "Dale and Jem mend bicycles together.",
        "I like Fridays because of the bikes.",
        "Getting him there was a fight. Now he is up before us.",
        ("Jem is at school", "Dale has work that fits"),
    ),
)

_FIRST = ("Asha", "Ben", "Carys", "Dilan", "Elif", "Femi", "Grace", "Hari", "Ines", "Jonah", "Kiri")
LAST_NAMES = (
    "Applegarth",
    "Birchwood",
    "Caldmore",
    "Dunnifer",
    "Eastlow",
    "Fallowfield",
    "Greystoke",
    "Hazeldon",
    "Inglebrook",
    "Juniperson",
    "Kettlewell",
    "Larchmont",
)
_STREETS = ("Thistle Lane", "Kiln Row", "Harbour Yard", "Copper Street", "Meadow Bank")


def invented(number: int, last: str, random: Random, needs: tuple[str, ...]) -> MadeUpFamily:
    """One more family called ``last``, for stores that are larger than the stories above."""
    parent, *names = random.sample(_FIRST, random.randint(2, 4))
    oldest = random.randint(1, 16)
    ages = sorted((random.randint(1, oldest) for _ in names), reverse=True)
    children = tuple(
        _child(name, last, age, "Larkmoor Primary" if age < 11 else "Stonebeck Academy")
        for name, age in zip(names, ages, strict=True)
    )
    return MadeUpFamily(
        last,
        f"{number} {random.choice(_STREETS)}, Leicester",
        f"LE{random.randint(1, 5)} {random.randint(0, 9)}ZZ",
        (_mum(parent, last, oldest + random.randint(19, 34)), *children),
        tuple(random.sample(needs, random.randint(1, min(5, len(needs))))),
        "School is harder than it was last year and mornings are a struggle.",
        "The children look out for one another.",
        "I like it when we are all at home.",
        "I want calmer mornings.",
        ("Mornings are calm",),
    )
