--- Words before a name that are neither office nor rank, and ends of names that are no family name.
return {
  { "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Mx.", place = "before" },
  { "Dr.", "Dr", "Prof.", "Professor", "Doctor", place = "before" },
  { "Sir", "Dame", "Lord", "Lady", "Baroness", "Baron", place = "before" },
  { "Rev.", "Reverend", "Father", "Bishop", "Archbishop", "Cardinal", "Imam", "Ayatollah", "Sheikh", "Sheik",
    place = "before" },
  { "Judge", "Justice", "Prosecutor", "Lawyer", "Analyst", "Coach", place = "before" },
  { "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", place = "behind" },
}
