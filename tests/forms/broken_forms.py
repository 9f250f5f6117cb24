"""A small form, and the ways in which people break one in a text editor."""

from __future__ import annotations

FORM = """\
form: visit
version: 1
title: Record a visit
source: The project's own wording.
finish: Record the visit
sections:
  - key: who
    title: Who was there
    done_line:
      - {text: "{who.people:count|person|people}"}
    fields:
      - key: people
        label: Who is at home?
        kind: people
        bind: people
        checks: [people_have_names]
      - key: how
        label: How did you meet?
        kind: choice
        options: {home: At home, school: At school}
        required: true
        missing: Choose how you met
      - key: others
        label: Who else was asked?
        kind: choices
        options_from: agencies
      - key: seen_alone
        label: Was the child seen alone?
        kind: yes_no
        show_if: {field: who.how, is: school}
  - key: said
    title: What was said
    fields:
      - key: 'on'
        label: Date
        kind: date
        checks: [date_not_future]
      - key: words
        label: What did the child say?
        kind: long_text
        lines: 4
      - key: next
        label: When do you meet again?
        kind: date
        checks:
          - {date_not_before: said.on}
      - key: notes
        label: Notes by person
        kind: rows
        fields:
          - {key: name, label: Name, kind: short_text}
          - {key: note, label: Note, kind: long_text}
"""

OUT_OF_LINE = (
    "this line does not stand straight under the lines it belongs with; look at the "
    "spaces before it, and whether a “- ” is missing or too many"
)

BROKEN = (
    (
        "a tab for spaces",
        "      - key: words\n        label",
        "\t      - key: words\n        label",
        38,
        "said.words",
        "a tab stands here; indent with spaces",
    ),
    (
        "a line one space short",
        "        label: Who is at home?",
        "       label: Who is at home?",
        13,
        "who.people",
        OUT_OF_LINE,
    ),
    (
        "a line two spaces short",
        "        kind: yes_no",
        "      kind: yes_no",
        29,
        "who.seen_alone",
        OUT_OF_LINE,
    ),
    (
        "a second colon",
        "label: What did the child say?",
        "label: What did the child say: the words",
        39,
        "said.words",
        "a second colon; put the text in quotation marks",
    ),
    (
        "no colon",
        "        lines: 4",
        "        lines 4",
        41,
        "said.words",
        "a name needs a colon and a space after it, as in “kind: date”",
    ),
    (
        "a quotation mark not closed",
        "title: What was said",
        'title: "What was said',
        32,
        "said",
        "a quotation mark is opened here and never closed",
    ),
    (
        "the same property twice",
        "        lines: 4",
        "        lines: 4\n        lines: 5",
        42,
        "said.words",
        "“lines” stands here twice",
    ),
    (
        "an unknown kind",
        "kind: choices",
        "kind: pictures",
        25,
        "who.others",
        "there is no kind “pictures”; use one of ",
    ),
    (
        "a misspelt kind",
        "kind: yes_no",
        "kind: yesno",
        29,
        "who.seen_alone",
        "there is no kind “yesno”; did you mean “yes_no”?",
    ),
    (
        "no label",
        "        label: Date\n",
        "",
        34,
        "said.on",
        "a question needs “label”",
    ),
    (
        "no key",
        "      - key: words\n        label",
        "      - label",
        38,
        "said",
        "a question needs “key”",
    ),
    (
        "a key with capitals",
        "key: words",
        "key: Words",
        38,
        "said",
        "“Words” is no key: small letters, numbers and _ only",
    ),
    (
        "a condition on a later question",
        "show_if: {field: who.how, is: school}",
        "show_if: {field: said.words, answered: true}",
        27,
        "who.seen_alone",
        "“show_if” asks of said.words, which comes later",
    ),
    (
        "an unknown option in a condition",
        "is: school}",
        "is: scholl}",
        27,
        "who.seen_alone",
        "“show_if”: there is no answer to who.how “scholl”; did you mean “school”?",
    ),
    (
        "an unknown bind",
        "bind: people",
        "bind: poeple",
        12,
        "who.people",
        "there is no thing to bind to “poeple”; did you mean “people”?",
    ),
    (
        "a bind asked as the wrong kind",
        "        kind: long_text\n        lines: 4",
        "        kind: long_text\n        bind: family.name\n        lines: 4",
        38,
        "said.words",
        "“family.name” is asked as short_text, not as long_text",
    ),
    (
        "an unknown list",
        "options_from: agencies",
        "options_from: agncies",
        23,
        "who.others",
        "there is no list “agncies”; did you mean “agencies”?",
    ),
    (
        "options on a text",
        "        lines: 4",
        "        options: {a: A}",
        38,
        "said.words",
        "a long_text question takes no options",
    ),
    (
        "names offered in a long text",
        "        lines: 4",
        "        offers: everyone",
        38,
        "said.words",
        "only a short_text question can have “offers”",
    ),
    (
        "names offered from an unknown list",
        "kind: short_text}",
        "kind: short_text, offers: everybody}",
        47,
        "said.notes",
        "there is no list “everybody”; did you mean “everyone”?",
    ),
    (
        "required without missing",
        "        missing: Choose how you met\n",
        "",
        17,
        "who.how",
        "a required question needs “missing”: what to do when it is empty",
    ),
    (
        "an unknown check",
        "[date_not_future]",
        "[date_not_past]",
        37,
        "said.on",
        "there is no check “date_not_past”; did you mean “date_not_future”?",
    ),
    (
        "a check for another kind",
        "[date_not_future]",
        "[email]",
        34,
        "said.on",
        "the check “email” is for short_text, not for date",
    ),
    (
        "a check that compares with no question",
        "{date_not_before: said.on}",
        "{date_not_before: said.when}",
        42,
        "said.next",
        "the check “date_not_before” needs the key of another question",
    ),
    (
        "a check that compares with a number",
        "{date_not_before: said.on}",
        "{date_not_before: 3}",
        42,
        "said.next",
        "the check “date_not_before” needs the key of another question",
    ),
    (
        "the same question twice",
        "- key: others",
        "- key: how",
        23,
        "who.how",
        "the question “who.how” stands here twice",
    ),
    (
        "an unknown property",
        "        lines: 4",
        "        lins: 4",
        41,
        "said.words",
        "there is no part of a question called “lins”; did you mean “lines”?",
    ),
    (
        "a YAML tag",
        "title: What was said",
        "title: !!python/object:os.system x",
        32,
        "said",
        "tags such as python/object:os.system are not used",
    ),
    (
        "a version that is no number",
        "version: 1",
        "version: one",
        2,
        "",
        "“version” must be a whole number",
    ),
    (
        "a done line that names no question",
        "{who.people:count",
        "{who.poeple:count",
        7,
        "who",
        "the done line has no question “who.poeple” before it",
    ),
    (
        "rows without columns",
        (
            "        fields:\n"
            "          - {key: name, label: Name, kind: short_text}\n"
            "          - {key: note, label: Note, kind: long_text}\n"
        ),
        "",
        47,
        "said.notes",
        "a rows question, and no other, has columns under “fields”",
    ),
    (
        "a column of an unknown kind",
        "kind: long_text}",
        "kind: long}",
        52,
        "said.notes",
        "there is no kind “long”; did you mean “long_text”?",
    ),
    (
        "a choice without options",
        "        options: {home: At home, school: At school}\n",
        "",
        17,
        "who.how",
        "a choice question needs “options” or “options_from”",
    ),
    (
        "an empty label",
        "label: Date",
        "label:",
        35,
        "said.on",
        "“label” must be text",
    ),
    (
        "yes for true",
        "required: true",
        "required: yes",
        21,
        "who.how",
        "“required” must be true or false",
    ),
    (
        "a label that is a list",
        "label: Date",
        "label: [Date]",
        35,
        "said.on",
        "“label” must be text",
    ),
    (
        "a reference",
        "title: What was said",
        "title: *who",
        32,
        "said",
        "anchors and * references are not used",
    ),
    (
        "a condition that is none",
        "{field: who.how, is: school}",
        "{who.how: school}",
        30,
        "who.seen_alone",
        (
            "“show_if”: {who.how: ...} is not a condition; use one of is, in, "
            "answered, contains, count, all_of, any_of, not or fact"
        ),
    ),
    (
        "a condition on no question",
        "{field: who.how, is: school}",
        "{field: who.where, is: school}",
        27,
        "who.seen_alone",
        "“show_if” asks of a question that is not there: who.where",
    ),
    (
        "an unknown width",
        "        lines: 4",
        "        width: wide",
        41,
        "said.words",
        "there is no width “wide”; use one of full, half, third, two_thirds",
    ),
    (
        "an unknown fact",
        "{field: who.how, is: school}",
        "{fact: children, at_least: 2}",
        27,
        "who.seen_alone",
        "“show_if”: there is no fact “children”; use one of ",
    ),
    (
        "an option without words",
        "{home: At home, school: At school}",
        "{home: , school: At school}",
        20,
        "who.how",
        "an option is written as “name: value” lines",
    ),
    (
        "options as a list",
        "{home: At home, school: At school}",
        "[At home, At school]",
        20,
        "who.how",
        "“options” is written as “name: value” lines",
    ),
    (
        "a dash left out",
        "  - key: said\n    title",
        "  key: said\n    title",
        31,
        "who.seen_alone",
        OUT_OF_LINE,
    ),
    (
        "no code",
        "form: visit\n",
        "",
        1,
        "",
        "a form needs “form”",
    ),
    (
        "a code that is a title",
        "form: visit",
        "form: Home visit",
        1,
        "",
        "“Home visit” is no key: small letters, numbers and _ only",
    ),
    (
        "lines that are no number",
        "lines: 4",
        "lines: four",
        41,
        "said.words",
        "“lines” must be a whole number",
    ),
    (
        "no space after a colon",
        "kind: yes_no",
        "kind:yes_no",
        29,
        "who.seen_alone",
        "a name needs a colon and a space after it, as in “kind: date”",
    ),
    (
        "a text that begins with a sign",
        "label: Date",
        "label: @Date",
        35,
        "said.on",
        "a text that begins with “@” stands in quotation marks",
    ),
    (
        "the same bind twice",
        "        kind: long_text\n        lines: 4",
        "        kind: people\n        bind: people",
        38,
        "said.words",
        "the bind “people” stands here twice",
    ),
    (
        "a no-break space for a space",
        "        kind: yes_no",
        "       \xa0kind: yes_no",
        29,
        "who.seen_alone",
        OUT_OF_LINE,
    ),
)
"""What was done; the words that were changed, into what; line, place and words of the fault."""

NO_FORM = (
    (
        "not UTF-8",
        FORM.encode().replace(b"Date", b"D\xe9te"),
        35,
        "said.on",
        "this is not UTF-8 text; save the file as UTF-8",
    ),
    (
        "UTF-16",
        FORM.encode("utf-16"),
        1,
        "",
        "this is not UTF-8 text; save the file as UTF-8",
    ),
    (
        "an empty file",
        b"",
        1,
        "",
        "the file is empty",
    ),
    (
        "only remarks",
        b"# nothing yet\n",
        1,
        "",
        "the file is empty",
    ),
    (
        "a control character",
        FORM.replace("Date", "D\x07").encode(),
        35,
        "said.on",
        "a character stands here that no text may hold; delete it",
    ),
    (
        "a word",
        b"hello",
        1,
        "",
        "a form is written as “name: value” lines",
    ),
    (
        "two documents",
        (FORM + "---\n" + FORM).encode(),
        53,
        "said.notes",
        "“---” begins another document; a file holds one form",
    ),
)
