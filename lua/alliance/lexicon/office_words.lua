--- Small words around an office. `flag` is what the word says of the holder; `link` stands between a name and its office.
return {
  { "acting", "interim", "caretaker", "ad interim", flag = "acting" },
  { "former", "ex", "then", "one-time", "erstwhile", "late", flag = "former" },
  { "outgoing", "departing", flag = "outgoing" },
  { "incoming", flag = "elect" },
  { "elect", flag = "elect", behind = true },
  { "designate", "nominee", "nominated", "pick", "candidate", flag = "nominee", behind = true },
  { "new", "current", "newly appointed", "newly elected", "newly", "visiting", "top", "senior", "embattled", "chief",
    "then", "longtime", "first", "incumbent", "sitting", "impeached", "ousted", "late", flag = "none" },
  { ",", "the", "a", "an", "who", "is", "was", "are", "has", "been", "as", "also", "serves", "serve", "served", "serving",
    "currently", "named", "appointed", "became", "becomes", "become", "took", "office", "concurrently", "and", "its", "their",
    "his", "her", "the country's", "now", link = true },
  { "replaced", "replaces", "replacing", "succeeded", "succeeds", "succeeding", "took over from", "takes over from",
    "taking over from", "to succeed", "to replace", "his predecessor", "her predecessor", handover = true },
  { "counterpart", "counterparts", counterpart = true },
  { "he", "him", "his", "himself", pronoun = "he" },
  { "she", "her", "hers", "herself", pronoun = "she" },
}
