--- How sounds of other scripts are written in Latin letters: by it two spellings are known to be able to be one name.
-- No row has a phrase: nothing here is looked for in a text. `script` "Korean": a spelling of a vowel (`vowel`) or of a
-- consonant (`consonant`) and the sounds it may stand for (`sounds`, in letters of the Revised Romanisation of 2000;
-- what McCune-Reischauer and newspapers write besides; consonants that are confused share one sound). Two names can be
-- one where every sound can be: Seon and Sun, Sun and Soon, but not Seon and Soon.
-- `script` "family": spellings of one family name: Korean, Chinese, Arabic, Slavic.
-- `script` "Latin": letters of one spelling and of another that name the same sound, in names of any language.
local function korean(part, rows)
  local list = {}
  for spelling, sounds in rows:gmatch "(%S+)=(%S+)" do
    list[#list + 1] = { script = "Korean", [part] = spelling, sounds = sounds }
  end
  return list
end

local rows = {}
local function add(list) table.move(list, 1, #list, #rows + 1, rows) end

add(korean("vowel", [[a=a ah=a ae=ae ai=ae ay=ae e=e,ae eh=e ya=ya eo=eo u=u,eo,eu uh=eo o=o,eo oh=o,eo oo=u ou=eo,u eu=eu
  yeo=yeo you=yeo,yu yuh=yeo yo=yo,yeo yoo=yu yu=yu,yeo yeou=yeo ew=yu ye=ye yae=yae i=i ee=i ie=i yi=ui,i ui=ui eui=ui
  euy=ui wi=wi wee=wi ooi=wi uie=wi wa=wa wha=wa wae=wae we=we,oe oe=oe oi=oe whe=we weo=wo wo=wo won=wo wuh=wo
  ea=e,eo au=eo eow=eo ow=o]]))
add(korean("consonant", [[g=k k=k kk=k gg=k ck=k kh=k d=t t=t tt=t dd=t th=t b=p p=p pp=p bb=p ph=p f=p j=c ch=c jj=c tch=c
  z=c c=c s=s sh=s ss=s l=l r=l ll=l rr=l rh=l ng=ng n=n nn=n m=m mm=m h=h]]))

local families = { "kim gim", "lee yi rhee ri li i rhie", "park pak bak", "choi choe", "jung jeong chung chong cheong",
  "kang gang", "cho jo joe", "yoon yun youn", "jang chang", "lim im rim yim", "oh o", "seo suh so", "shin sin",
  "kwon gwon kweon", "ahn an", "yoo yu ryu you lyu", "jeon jun chun chon jeun", "ko koh go goh", "moon mun", "son sohn",
  "yang ryang", "bae pae", "baek paik paek back", "heo huh hur", "shim sim", "noh roh no ro", "kwak gwak", "sung seong",
  "joo ju chu choo", "woo u wu", "koo gu ku", "na ra nah", "jin chin", "ji chi jee", "eom um uhm om", "cheon chun chon",
  "bang pang", "kong gong", "hyun hyon hyeon", "byun byon byeon pyon", "yeom yom", "seok suk sok", "sun seon",
  "seol sul sol", "gil kil", "myung myeong", "ki gi", "ban pan", "geum keum kum", "yook yuk", "ok ock", "tae thae",
  "pyo phyo", "noh nho", "tsai cai", "chiang jiang", "hsieh xie", "hsiao xiao", "chou zhou", "chao zhao", "hsu xu",
  "kuo guo", "tseng zeng", "teng deng", "chiu qiu", "mohammed mohamed mohamad mohammad muhammad muhammed", "ahmed ahmad",
  "hussein hussain husain husayn", "hassan hasan", "abdullah abdallah", "mahmoud mahmud", "yusuf yousef yusef yousuf",
  "saleh salih", "osman othman", "haniyeh haniya haniyah haneya", "gaddafi qaddafi gadhafi kadhafi", "ghani gani",
  "zelensky zelenskyy zelenskiy zelenski", "zaluzhny zaluzhnyi zaluzhnyy", "yanukovych yanukovich", "shoigu shoygu",
  "tymoshenko timoshenko", "lukashenko lukashenka", "milosevic miloshevich", "khamenei khameini", "assad asad",
  "mikati miqati", "hariri al-hariri", "maliki al-maliki", "jaafari al-jaafari", "sadr al-sadr", "bashir al-bashir" }
for _, spellings in ipairs(families) do
  rows[#rows + 1] = { script = "family", spellings = (spellings:gsub(" ", ";")) }
end

-- Applied in this order to folded names, after which equal names can be one.
for from, to in ([[ł=l ø=o đ=d ð=d þ=th ß=ss æ=ae œ=oe ı=i ə=a '= -= tch=ch tsch=ch sch=sh kh=h gh=g dj=j zh=j ch=h ph=f
  th=t ck=k q=k c=k x=ks w=v ou=u oo=u ee=i ie=i ii=i iy=i ij=i ei=e ai=e ae=e ey=e ay=e y=i o=u e=i
  ff=v]]):gmatch "(%S-)=(%S*)" do
  rows[#rows + 1] = { script = "Latin", letters = from, sound = to }
end

return rows
