--- Months as news writes them, always with a capital. `number` as in ISO 8601.
-- `given`: also a given name; before a name with a capital it is one ("Jan Haverkort").
-- `doubtful`: also a common word or name; alone it is a month only after a preposition or a word like `last`.
return {
  { "January", "Jan.", number = 1, class = "month", case = true },
  { "Jan", number = 1, class = "month", case = true, given = true },
  { "February", "Feb", "Feb.", number = 2, class = "month", case = true },
  { "March", "Mar", "Mar.", number = 3, class = "month", case = true, doubtful = true },
  { "April", "Apr", "Apr.", number = 4, class = "month", case = true },
  { "May", number = 5, class = "month", case = true, doubtful = true },
  { "June", "Jun", "Jun.", number = 6, class = "month", case = true },
  { "July", "Jul", "Jul.", number = 7, class = "month", case = true },
  { "August", "Aug", "Aug.", number = 8, class = "month", case = true },
  { "September", "Sept", "Sept.", "Sep", "Sep.", number = 9, class = "month", case = true },
  { "October", "Oct", "Oct.", number = 10, class = "month", case = true },
  { "November", "Nov", "Nov.", number = 11, class = "month", case = true },
  { "December", "Dec", "Dec.", number = 12, class = "month", case = true },
}
