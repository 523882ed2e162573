--- Days of the week. `number` as in ISO 8601: Monday is 1.
return {
  { "Monday", "Mon", "Mon.", number = 1 },
  { "Tuesday", "Tue", "Tue.", "Tues", "Tues.", number = 2 },
  { "Wednesday", "Wed", "Wed.", number = 3 },
  { "Thursday", "Thu", "Thu.", "Thur", "Thur.", "Thurs", "Thurs.", number = 4 },
  { "Friday", "Fri", "Fri.", number = 5 },
  { "Saturday", "Sat", "Sat.", number = 6 },
  { "Sunday", "Sun", "Sun.", number = 7 },
}
