--- Family names that come first in the names of Korea, China and Viet Nam, by how news romanises them. They tell which
-- part of "Kim Seon-ho" is the family name and that "Kim" alone is one. `order="first"`: before the given name.
-- `called`: "last": later mentions name somebody by the last of three words ("Le Van Dinh": "Dinh").
-- `hyphen`: the sides where a hyphen joins the two parts of the given name, the likeliest first; in North Korea and China
-- they are two words or one.
return {
  { name = "Korean", order = "first", language = "ko", hyphen = { "KR", "TW", "SG" },
    aliases = { "Kim", "Lee", "Yi", "Rhee", "Ri", "Park", "Pak", "Bak", "Choi", "Choe", "Jung", "Jeong", "Chung", "Chong",
      "Kang", "Gang", "Cho", "Jo", "Yoon", "Yun", "Jang", "Chang", "Lim", "Im", "Rim", "Han", "Oh", "O", "Seo", "Suh", "So",
      "Shin", "Sin", "Kwon", "Gwon", "Hwang", "Ahn", "An", "Song", "Yoo", "Yu", "Ryu", "Hong", "Jeon", "Jun", "Chun", "Ko",
      "Koh", "Go", "Moon", "Mun", "Son", "Sohn", "Yang", "Ryang", "Bae", "Pae", "Baek", "Paik", "Paek", "Heo", "Huh", "Hur",
      "Nam", "Shim", "Sim", "Noh", "Roh", "No", "Ha", "Kwak", "Gwak", "Sung", "Seong", "Cha", "Joo", "Ju", "Chu", "Woo", "U",
      "Koo", "Gu", "Ku", "Min", "Na", "Ra", "Jin", "Chin", "Ji", "Chi", "Eom", "Um", "Chae", "Won", "Cheon", "Bang", "Pang",
      "Kong", "Gong", "Hyun", "Hyon", "Ham", "Byun", "Byon", "Yeom", "Yeo", "Choo", "Do", "Seok", "Suk", "Sok", "Sun",
      "Seol", "Ma", "Gil", "Kil", "Wi", "Pyo", "Myung", "Myeong", "Ki", "Gi", "Ban", "Wang", "Keum", "Geum", "Ok", "Yook",
      "Maeng", "Je", "Mo", "Tak", "Kook", "Eo", "Eun", "Pyeon", "Yong", "Hyon", "Thae", "Tae", "Kye", "Boo", "Leem",
      "Cheong", "Wie", "Wee", "Byeon", "Pyun", "Chyung", "Jhun", "Rho", "Rhie", "Ryoo", "Ryou", "Youn", "Yeun",
      "Hahn", "Hahm", "Hah", "Khang", "Shon", "Tcha", "Uhm", "Whang", "Yim", "Yum", "Yom", "Youm", "Kyung", "Jegal",
      "Namkoong", "Namgung", "Hwangbo", "Sunwoo", "Seonwoo", "Bong", "Mok", "Gook", "Gye", "Lyu", "Mah", "Moh",
      "Myoung", "Nah", "Ock", "Paeng", "Rha", "Ryeo", "Sagong", "Tang", "Jhin", "Jheong", "Kwack", "Gwack", "Kweon",
      "Yeon", "Bahk", "Bhak", "Chey", "Cheun", "Chou" } },
  { name = "Chinese", order = "first", language = "zh",
    aliases = { "Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Huang", "Zhao", "Wu", "Zhou", "Xu", "Sun", "Ma", "Zhu", "Hu",
      "Guo", "He", "Lin", "Gao", "Luo", "Zheng", "Liang", "Xie", "Song", "Tang", "Deng", "Han", "Feng", "Cao", "Peng",
      "Zeng", "Xiao", "Tian", "Dong", "Pan", "Yuan", "Cai", "Jiang", "Yu", "Du", "Ye", "Cheng", "Wei", "Su", "Lu", "Ding",
      "Ren", "Shen", "Yao", "Cui", "Tan", "Wen", "Xi", "Qin", "Geng", "Hua", "Mao", "Zhan", "Fu", "Fan", "Qian", "Qiu",
      "Tsai", "Lai", "Hsiao", "Hsieh", "Chiang" } },
  { name = "Vietnamese", order = "first", called = "last", language = "vi",
    aliases = { "Nguyen", "Tran", "Le", "Pham", "Phan", "Vu", "Vo", "Dang", "Bui", "Ngo", "Duong", "Truong", "To", "Cao", "Dinh",
      "Doan", "Hoang", "Huynh", "Luong", "Nong", "Trinh" } },
}
