--- Short and familiar forms of given names in English: spellings of one row can be one name ("Joe Biden", "Joseph R.
-- Biden"). The first stands for all. No row has a phrase: nothing here is looked for in a text.
local rows = {}
for _, spellings in ipairs { "james jim jimmy jamie", "john jack johnny jon", "jonathan jon", "robert bob bobby rob robbie",
  "william bill billy will", "michael mike mick", "richard rick dick rich", "thomas tom tommy", "joseph joe joey",
  "charles charlie chuck", "daniel dan danny", "matthew matt", "anthony tony antony", "donald don", "steven steve stephen",
  "kenneth ken", "edward ed eddie ted", "ronald ron", "timothy tim", "gregory greg", "jeffrey jeff geoffrey geoff",
  "benjamin ben benny", "samuel sam", "patrick pat", "alexander alex", "nicholas nick", "raymond ray", "lawrence larry",
  "gerald gerry jerry", "peter pete", "philip phil phillip", "andrew andy drew", "christopher chris", "david dave",
  "douglas doug", "francis frank", "frederick fred", "gordon gordy", "henry harry hank", "katherine kathy kate katie kathleen",
  "elizabeth liz beth betsy", "margaret maggie meg peggy", "susan sue", "deborah deb debbie debra", "jennifer jen jenny",
  "jacob jake", "joshua josh", "zachary zach", "nathaniel nate nathan", "theodore ted teddy", "vincent vince",
  "walter walt", "leonard leo len", "martin marty", "maxwell max", "oliver ollie", "russell russ", "stuart stu",
  "terrence terry terence", "victor vic", "wesley wes", "barbara barb", "christine chris tina", "cynthia cindy",
  "jacqueline jackie", "judith judy", "pamela pam", "patricia pat patty", "rebecca becky", "sandra sandy",
  "victoria vicky", "abigail abby", "caroline carrie", "mitchell mitch", "rudolph rudy", "eugene gene", "albert al bert",
  "alan al allan allen", "arthur art", "bernard bernie", "calvin cal", "clifford cliff", "dennis denny", "jesse jess",
  "curtis curt", "robyn robin" } do
  rows[#rows + 1] = { spellings = (spellings:gsub(" ", ";")) }
end
return rows
