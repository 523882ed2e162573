--- Months as news writes them. `number` as in ISO 8601.
return {
  { "January", "Jan", "Jan.", number = 1 },
  { "February", "Feb", "Feb.", number = 2 },
  { "March", "Mar", "Mar.", number = 3 },
  { "April", "Apr", "Apr.", number = 4 },
  { "May", number = 5 },
  { "June", "Jun", "Jun.", number = 6 },
  { "July", "Jul", "Jul.", number = 7 },
  { "August", "Aug", "Aug.", number = 8 },
  { "September", "Sept", "Sept.", "Sep", "Sep.", number = 9 },
  { "October", "Oct", "Oct.", number = 10 },
  { "November", "Nov", "Nov.", number = 11 },
  { "December", "Dec", "Dec.", number = 12 },
}
