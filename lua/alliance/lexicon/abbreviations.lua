--- Words that are written with a stop, and what the stop means for the end of a sentence.
-- `class` says what may follow:
--   title    a name follows; the stop never ends a sentence (Gen. Brunson)
--   address  the same, and the word may itself begin a sentence after another abbreviation (Mr.)
--   month    a number follows, or the stop ends the sentence as `place` does (Jan. 2, Mon.)
--   number   is an abbreviation only before a digit (No. 5, p. 55); never ends a sentence
--   never    never ends a sentence (vs., e.g.)
--   clock    ends a sentence unless a zone, a day or "… time" follows (6 p.m. EST)
--   place    ends a sentence only before a word of class `starter` or an `address` (U.S. The)
--   tail     stands last in a name, so it ends a sentence also before a word with a capital behind
--            which no second one follows (Corp. Shares fell) and before a quotation
--   ends     ends a sentence before any capital (etc.); so does a row without a class
-- and for words without a stop:
--   starter  begins sentences much more often than names
--   zone     goes with a time of day
--   says     verbs that follow a quotation: `"Why?" Smith asked.` is one sentence
--   named    names that end in ! or ? (Yahoo!)
-- A stop after a single letter, or after single letters with stops (U.S., J.K.), needs no row here;
-- with one it is judged by that. `case=true`: only with a capital.
return {
  -- titles and ranks before a name
  { "Gen.", "Lt.", "Maj.", "Col.", "Capt.", "Cpt.", "Cmdr.", "Cdr.", "Adm.", "Brig.", "Sgt.", "Cpl.", "Pvt.", "Pfc.",
    "Ens.", "Msgt.", "M.Sgt.", "Spc.", "Cpo.", "Comdr.", "Comm.", class = "title", case = true },
  { "Sen.", "Sens.", "Rep.", "Reps.", "Gov.", "Govs.", "Pres.", "Amb.", "Atty.", "Supt.", "Sec.", "Secy.", "Del.",
    "Asst.", "Assoc.", "Dep.", "Dir.", "Min.", "Insp.", "Det.", "Hon.", "Treas.", "Chmn.", "Cong.",
    class = "title", case = true },
  { "Prof.", "Profs.", "Rev.", "Revs.", "Fr.", "Br.", "Msgr.", "Mgr.", "Ven.", "Ald.", "Gens.", "Lts.",
    "Cols.", "Drs.", "Mt.", "Mts.", "Ft.", "Pt.", class = "title", case = true },
  { "Mr.", "Mrs.", "Ms.", "Dr.", "Messrs.", "Mme.", "Mmes.", "Mlle.", class = "address" },
  -- days and months
  { "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.",
    class = "month", case = true },
  { "Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thur.", "Thurs.", "Fri.", "Sat.", "Sun.", class = "month", case = true },
  -- before a number
  { "No.", "Nos.", "Nr.", "Fig.", "Figs.", "Vol.", "Vols.", "Ch.", "Chap.", "Art.", "Arts.", "Sect.", "Par.",
    "Para.", "p.", "pp.", "pg.", "Res.", "Op.", "Ref.", "Rm.", "Apt.", "Tel.", "Ext.", "Ex.", "Eq.", class = "number" },
  -- never last
  { "vs.", "v.", "e.g.", "i.e.", "cf.", "viz.", "ca.", "approx.", "incl.", "esp.", "resp.", "a.k.a.",
    class = "never" },
  -- times of day
  { "a.m.", "p.m.", class = "clock" },
  -- last in the names of firms
  { "Inc.", "Corp.", "Co.", "Cos.", "Ltd.", "Bros.", "Plc.", "Assn.", "Dept.", "Univ.", "Inst.", "Mfg.", "Intl.",
    "Natl.", "Bldg.", "Ind.", "Cie.", "Pty.", "Grp.", "L.P.", "S.A.", "N.V.", "S.p.A.", "A.G.",
    class = "tail", case = true },
  { "co.", "inc.", "corp.", "ltd.", "dept.", class = "tail" },
  -- states, streets, bodies
  { "U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "U.S.A.", "U.S.S.R.", "R.O.K.", "N.Y.", "L.A.", class = "place" },
  { "Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Fla.", "Ga.", "Ill.", "Kan.", "Ky.", "La.", "Mass.", "Md.",
    "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.", "Nev.", "Okla.", "Ore.", "Pa.", "Tenn.", "Tex.", "Va.", "Vt.",
    "Wash.", "Wis.", "Wyo.", "Ont.", "Que.", "Alta.", "Dak.", class = "tail", case = true },
  { "St.", "Ste.", "Sts.", "Ave.", "Blvd.", "Rd.", "Hwy.", "Sq.", "Expy.", "Pkwy.", class = "place", case = true },
  { "st.", "ave.", "blvd.", "rd.", class = "place" },
  { "Jr.", "Sr.", "Esq.", "Ph.D.", "Ed.D.", "M.D.", "Ret.", "ret.", "al.", class = "place" },
  -- often last
  { "etc.", class = "ends" },
  -- words that begin sentences
  { "The", "A", "An", "This", "That", "These", "Those", "There", "Here", class = "starter" },
  { "I", "You", "He", "She", "It", "We", "They", "I'm", "I've", "I'll", "I'd", "We're", "We've", "We'll", "They're",
    "It's", "That's", "There's", "You're", "He'd", "She'd", "Don't", "My", "Your", "His", "Her", "Its", "Our", "Their",
    "Who", "What", "When", "Where", "Why", "How", "Which", "Whose", "Whoever", "Whatever", class = "starter" },
  { "In", "On", "At", "By", "For", "From", "With", "Without", "As", "After", "Before", "During", "Since", "Until",
    "While", "If", "Unless", "Though", "Although", "Because", "Despite", "Amid", "Among", "Between", "Within",
    "According", "To", "Of", "Over", "Upon", "Unlike", "Like", "Given", "Through", "Throughout", "About", "Against",
    "Beyond", "Besides", class = "starter" },
  { "But", "And", "Or", "So", "Yet", "Still", "However", "Meanwhile", "Moreover", "Nevertheless", "Nonetheless",
    "Instead", "Also", "Then", "Thus", "Therefore", "Hence", "Indeed", "Furthermore", "Additionally", "Finally",
    "Similarly", "Likewise", "Otherwise", "Perhaps", "Maybe", "Now", "Today", "Yesterday", "Tomorrow", "Earlier",
    "Later", "Last", "Recently", "Once", "Only", "Even", "Just", "Again", "Further", "Currently", "Separately",
    "Previously", "Overall", class = "starter" },
  { "Both", "Some", "Many", "Most", "Several", "Such", "Each", "Every", "Another", "Other", "Others", "All", "Any",
    "No", "Not", "None", "Nobody", "Nothing", "Everyone", "Everybody", "Few", "More", "Much", "Neither", "Either",
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "About", "Nearly", "Almost",
    class = "starter" },
  { "Is", "Are", "Was", "Were", "Do", "Does", "Did", "Has", "Have", "Had", "Can", "Could", "Would", "Should", "Let",
    "Let's", "Please", "Speaking", "Analysts", "Officials", "Experts", "Critics", "Investors", "Traders",
    "Police", "People", "Sources", "Shares", class = "starter" },
  -- behind a time of day
  { "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "PST", "PDT", "PT", "GMT", "UTC", "BST", "CET", "CEST", "KST",
    "JST", "IST", "HKT", "Eastern", "Central", "Pacific", "Mountain", "Greenwich", class = "zone" },
  -- behind a quotation
  { "said", "says", "say", "asked", "asks", "added", "adds", "told", "wrote", "writes", "replied", "responded",
    "shouted", "cried", "exclaimed", "demanded", "wondered", "wonders", "insisted", "argued", "quipped", "declared",
    "recalled", "continued", "joked", "yelled", "screamed", "answered", "remarked", "tweeted", "posted",
    class = "says" },
  -- names with a mark of their own
  { "Yahoo!", "Jeopardy!", "Yum!", "Eureka!", "Oklahoma!",
    class = "named" },
}
