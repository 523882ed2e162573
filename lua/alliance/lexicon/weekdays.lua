--- Days of the week, always with a capital. `number` as in ISO 8601: Monday is 1. `plural`: every week.
return {
  { "Monday", "Mon", "Mon.", number = 1, class = "weekday", case = true },
  { "Tuesday", "Tue", "Tue.", "Tues", "Tues.", number = 2, class = "weekday", case = true },
  { "Wednesday", "Wed", "Wed.", number = 3, class = "weekday", case = true },
  { "Thursday", "Thu", "Thu.", "Thur", "Thur.", "Thurs", "Thurs.", number = 4, class = "weekday", case = true },
  { "Friday", "Fri", "Fri.", number = 5, class = "weekday", case = true },
  { "Saturday", "Sat", "Sat.", number = 6, class = "weekday", case = true },
  { "Sunday", "Sun", "Sun.", number = 7, class = "weekday", case = true },
  { "Mondays", number = 1, class = "weekdays", case = true },
  { "Tuesdays", number = 2, class = "weekdays", case = true },
  { "Wednesdays", number = 3, class = "weekdays", case = true },
  { "Thursdays", number = 4, class = "weekdays", case = true },
  { "Fridays", number = 5, class = "weekdays", case = true },
  { "Saturdays", number = 6, class = "weekdays", case = true },
  { "Sundays", number = 7, class = "weekdays", case = true },
}
