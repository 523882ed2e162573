--- Small words that tell running text from headlines, names and furniture. `sign`: "article" (headlines do without),
-- "said" and "past" (headlines tell in the present), "saying", "finite" (a sentence's verb), "outlet" (in names of
-- papers, desks and bodies, never of people).
return {
  { "a", sign = "article" }, { "an", sign = "article" }, { "the", sign = "article" },
  { "said", "told", "added", "stated", "quoted", "reported", "noted", "announced", "asked", "replied", "stressed",
    "explained", "insisted", "argued", "claimed", "wrote", "warned", "acknowledged", "emphasized", "emphasised",
    "according", "confirmed", "declined", "denied", "recalled", "remarked", "testified", "tweeted", sign = "said" },
  { "says", "tells", "adds", "say", sign = "saying" },
  { "was", "were", "had", "did", "took", "came", "became", "began", "made", "went", "got", "gave", "held", "met",
    "left", "found", "saw", "kept", "led", "won", "lost", "sent", "brought", "spoke", "fell", "rose", "been", sign = "past" },
  { "is", "are", "has", "have", "will", "would", "can", "could", "should", "may", "might", "must", "does", "do",
    "isn't", "aren't", "wasn't", "weren't", "won't", "hasn't", "haven't", "am", "who", "which", "that", "he", "she",
    "it", "they", "we", "I", "his", "their", "its", sign = "finite" },
  { "Press", "News", "Newspaper", "Times", "Post", "Daily", "Herald", "Tribune", "Journal", "Gazette", "Agency",
    "Agencies", "Service", "Staff", "Desk", "Bureau", "House", "Ministry", "Department", "Council", "Committee",
    "Embassy", "Command", "Army", "Navy", "Force", "Forces", "Republic", "United", "North", "South", "East", "West",
    "World", "National", "International", "Foreign", "Politics", "Business", "Economy", "Sports", "Opinion", "Editorial",
    "Security", "Defense", "Defence", "University", "Institute", "President", "Minister", "Secretary", "General",
    "Korea", "Korean", "America", "American", "Asia", "Asian", "Pacific", "Korea's", "Street", "Office", "Court",
    "Senate", "Congress", "Parliament", "Statement", "Summit", "Talks", "Special", "Update", "Photo", "Photos",
    "Video", "Latest", "Breaking", "Story", "Stories", "Home", "Top", "More", "Most", "Related", "Comments", "Share",
    "Print", "Email", "Views", "Read", "Analysis", "Readout", "Release", "Report", "Letters", "Letter", sign = "outlet" },
}
