--- Words around a number. `hedge`: how sure it is (the hedge is given in this form). `label`: the number behind it names
-- something ("Resolution 2397", "No. 5") and counts nothing. `strong`: "28,500-strong". `range`: between two numbers
-- ("and" only behind `between`). `scale`: letters that multiply ("$1.2bn"), those of `money` only behind a currency
-- sign. `known`: behind it a small number in words counts nothing new ("the two countries").
-- `stop`: no noun that is counted stands behind it.
return {
  { "about", "around", "some", "roughly", "approximately", "approx.", "circa", "an estimated", "estimated", "nearly",
    "almost", "close to", "more or less", "in the region of", hedge = "about" },
  { "more than", "over", "above", "upwards of", "in excess of", "greater than", "beyond", "exceeding", hedge = "more than" },
  { "at least", "no fewer than", "no less than", "a minimum of", hedge = "at least" },
  { "up to", "as many as", "as much as", "at most", "a maximum of", "no more than", "not more than", hedge = "up to" },
  { "less than", "fewer than", "under", "below", "just under", hedge = "less than" },
  { "strong", strong = true },
  { "to", "or", range = "always" },
  { "and", range = "between" },
  { "between", between = true },
  { "bn", "bln", scale = 1000000000 },
  { "tn", "trn", scale = 1000000000000 },
  { "mn", "mln", "mio", scale = 1000000 },
  { "m", scale = 1000000, money = true },
  { "b", scale = 1000000000, money = true },
  { "k", scale = 1000, money = true },
  { "the", "these", "those", "both", "our", "their", "its", "other", "all", "his", "her", "your", "last", "next", "first",
    "of", known = true },
  { "No.", "Number", "Nos.", "Article", "Articles", "Resolution", "Resolutions", "Section", "Chapter", "Page", "pages", "Room",
    "Flight", "Route", "Highway", "Type", "Phase", "Level", "Channel", "Figure", "Table", "Part", "Paragraph", "Title",
    "Group of", "Vol.", "Volume", "Unit", "Bureau", "Office", "Camp", "Boeing", "Airbus", "Hwasong", "Windows", "Day", "Act",
    "Tel", "Fax", "Phone", label = true },
  { "of", "in", "to", "and", "for", "by", "at", "on", "from", "with", "were", "was", "are", "is", "be", "been", "have",
    "had", "has", "will", "would", "who", "that", "which", "as", "or", "but", "than", "after", "before", "while", "when",
    "during", "since", "into", "per", "a", "an", "the", "not", "he", "she", "it", "they", "we", "said", "this", "its", "his",
    stop = true },
}
