--- Words before a name that are neither office nor rank (`person`: what stands behind it is always one), ends of names
-- that are no family name (`behind`), letters behind a name that are no part of it (`honour`), and small words of names:
-- `inside` between its words ("van"), `joined` to the next word by a hyphen ("al-Maliki").
return {
  { "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Mx.", place = "before", person = true },
  { "Miss", place = "before" },
  { "Dr.", "Dr", "Prof.", "Professor", "Doctor", place = "before" },
  { "Hon.", "Hon", "Honourable", "Honorable", "Rt Hon", "Rt Hon.", "Ratu", "Datuk", "Datuk Seri", "Tan Sri", "Dato",
    place = "before" },
  { "Sir", "Dame", place = "before", person = true },
  { "Lord", "Lady", "Baroness", "Baron", place = "before" },
  { "Rev.", "Reverend", "Father", "Bishop", "Archbishop", "Cardinal", "Imam", "Ayatollah", "Sheikh", "Sheik", "Prince", "Princess",
    place = "before" },
  { "Judge", "Justice", "Prosecutor", "Lawyer", "Analyst", "Coach", place = "before" },
  { "van", "von", "der", "den", "ter", "bin", "ibn", "bint", "ben", "abu", "zu", "dos", "della", "di", place = "inside" },
  { "al", "el", "as", "ash", "ad", "an", "ar", "at", "ul", "ol", place = "joined" },
  { "OBE", "CBE", "MBE", "DBE", "KBE", "KCB", "GCB", "CMG", "KCMG", "CVO", "FRS", "QC", "KC", "MEP", "USN", "USMC", "PhD", "Ph.D.",
    place = "honour" },
  { "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", place = "behind" },
}
