--- What comes again and again: summits, conferences, exercises, games, elections, with the days of each time.
-- A row's list part names the series, or whose it is where `needs` says that a noun of that class has to follow
-- (event_words: `gathering`). `days`: first[/last] [#number] [place|place], from memory, in the order of time; those
-- before the first and after the last are not known, so that nothing is said of them.
--   side      the phrase is any country's: it is meant where this one stands before it, or alone in the sentence
--   foreseen  days for which one of them is spoken of ahead (else 400)
--   beside    it goes on all year: only "on the sidelines of" it means these days
return {
  { "NATO", "North Atlantic Treaty Organization", "Atlantic alliance", needs = "summit", grade = "recall", days = {
      "1990-07-05/1990-07-06 London", "1991-11-07/1991-11-08 Rome", "1994-01-10/1994-01-11 Brussels",
      "1997-05-27 Paris", "1997-07-08/1997-07-09 Madrid", "1999-04-23/1999-04-25 Washington", "2001-06-13 Brussels",
      "2002-05-28 Rome", "2002-11-21/2002-11-22 Prague|Czech Republic", "2004-06-28/2004-06-29 Istanbul|Turkey",
      "2005-02-22 Brussels", "2006-11-28/2006-11-29 Riga|Latvia", "2008-04-02/2008-04-04 Bucharest|Romania",
      "2009-04-03/2009-04-04 Strasbourg|Kehl", "2010-11-19/2010-11-20 Lisbon|Portugal", "2012-05-20/2012-05-21 Chicago",
      "2014-09-04/2014-09-05 Wales|Newport|Cardiff", "2016-07-08/2016-07-09 Warsaw|Poland", "2017-05-25 Brussels",
      "2018-07-11/2018-07-12 Brussels", "2019-12-03/2019-12-04 London|Watford", "2021-06-14 Brussels", "2022-02-25",
      "2022-03-24 Brussels", "2022-06-28/2022-06-30 Madrid|Spain", "2023-07-11/2023-07-12 Vilnius|Lithuania",
      "2024-07-09/2024-07-11 Washington", "2025-06-24/2025-06-25 The Hague|Hague|Netherlands",
      "2026-07-07/2026-07-08 Ankara|Turkey" } },
  { "G7", "G-7", "Group of Seven", "G8", "G-8", "Group of Eight", needs = "summit", grade = "recall", days = {
      "1990-07-09/1990-07-11 Houston", "1991-07-15/1991-07-17 London|Britain", "1992-07-06/1992-07-08 Munich|Germany",
      "1993-07-07/1993-07-09 Tokyo|Japan", "1994-07-08/1994-07-10 Naples|Italy", "1995-06-15/1995-06-17 Halifax|Canada",
      "1996-06-27/1996-06-29 Lyon|France", "1997-06-20/1997-06-22 Denver", "1998-05-15/1998-05-17 Birmingham|Britain",
      "1999-06-18/1999-06-20 Cologne|Germany", "2000-07-21/2000-07-23 Okinawa|Nago|Japan",
      "2001-07-20/2001-07-22 Genoa|Italy", "2002-06-26/2002-06-27 Kananaskis|Canada",
      "2003-06-01/2003-06-03 Evian|France", "2004-06-08/2004-06-10 Sea Island|Georgia",
      "2005-07-06/2005-07-08 Gleneagles|Scotland",
      "2006-07-15/2006-07-17 St. Petersburg|Saint Petersburg|St Petersburg|Russia",
      "2007-06-06/2007-06-08 Heiligendamm|Germany", "2008-07-07/2008-07-09 Toyako|Hokkaido|Japan",
      "2009-07-08/2009-07-10 L'Aquila|Aquila|Italy", "2010-06-25/2010-06-26 Muskoka|Huntsville|Canada",
      "2011-05-26/2011-05-27 Deauville|France", "2012-05-18/2012-05-19 Camp David",
      "2013-06-17/2013-06-18 Lough Erne|Enniskillen|Northern Ireland", "2014-06-04/2014-06-05 Brussels",
      "2015-06-07/2015-06-08 Elmau|Schloss Elmau|Germany", "2016-05-26/2016-05-27 Ise-Shima|Japan",
      "2017-05-26/2017-05-27 Taormina|Sicily|Italy", "2018-06-08/2018-06-09 Charlevoix|La Malbaie|Quebec|Canada",
      "2019-08-24/2019-08-26 Biarritz|France", "2021-02-19", "2021-06-11/2021-06-13 Carbis Bay|Cornwall|Britain",
      "2021-08-24", "2022-02-24", "2022-03-24 Brussels", "2022-06-26/2022-06-28 Elmau|Schloss Elmau|Germany",
      "2022-10-11", "2022-12-12", "2023-02-24", "2023-05-19/2023-05-21 Hiroshima|Japan", "2023-12-06",
      "2024-02-24 Kyiv", "2024-06-13/2024-06-15 Apulia|Puglia|Borgo Egnazia|Fasano|Italy",
      "2025-06-15/2025-06-17 Kananaskis|Alberta|Canada", "2026-06-14/2026-06-17 Evian|France" } },
  { "G20", "G-20", "Group of 20", "Group of Twenty", needs = "summit", grade = "recall", days = {
      "2008-11-14/2008-11-15 Washington", "2009-04-02 London|Britain", "2009-09-24/2009-09-25 Pittsburgh",
      "2010-06-26/2010-06-27 Toronto|Canada", "2010-11-11/2010-11-12 Seoul|South Korea",
      "2011-11-03/2011-11-04 Cannes|France", "2012-06-18/2012-06-19 Los Cabos|Mexico",
      "2013-09-05/2013-09-06 St. Petersburg|Saint Petersburg|St Petersburg|Russia",
      "2014-11-15/2014-11-16 Brisbane|Australia", "2015-11-15/2015-11-16 Antalya|Turkey",
      "2016-09-04/2016-09-05 Hangzhou|China", "2017-07-07/2017-07-08 Hamburg|Germany",
      "2018-11-30/2018-12-01 Buenos Aires|Argentina", "2019-06-28/2019-06-29 Osaka|Japan",
      "2020-11-21/2020-11-22 Riyadh|Saudi Arabia", "2021-10-30/2021-10-31 Rome|Italy",
      "2022-11-15/2022-11-16 Bali|Indonesia", "2023-09-09/2023-09-10 New Delhi|Delhi|India",
      "2024-11-18/2024-11-19 Rio de Janeiro|Rio|Brazil", "2025-11-22/2025-11-23 Johannesburg|South Africa",
      "2026-12-14/2026-12-15 Miami|Doral" } },
  { "APEC", "Asia-Pacific Economic Cooperation", "Asia Pacific Economic Cooperation", needs = "summit",
    grade = "recall", days = {
      "1993-11-20 #1 Seattle", "1994-11-15 #2 Bogor|Jakarta|Indonesia", "1995-11-19 #3 Osaka|Japan",
      "1996-11-25 #4 Subic Bay|Subic|Manila|Philippines", "1997-11-24/1997-11-25 #5 Vancouver|Canada",
      "1998-11-17/1998-11-18 #6 Kuala Lumpur|Malaysia", "1999-09-12/1999-09-13 #7 Auckland|New Zealand",
      "2000-11-15/2000-11-16 #8 Brunei|Bandar Seri Begawan", "2001-10-20/2001-10-21 #9 Shanghai|China",
      "2002-10-26/2002-10-27 #10 Los Cabos|Mexico", "2003-10-20/2003-10-21 #11 Bangkok|Thailand",
      "2004-11-20/2004-11-21 #12 Santiago|Chile", "2005-11-18/2005-11-19 #13 Busan|Pusan|South Korea",
      "2006-11-18/2006-11-19 #14 Hanoi|Vietnam", "2007-09-08/2007-09-09 #15 Sydney|Australia",
      "2008-11-22/2008-11-23 #16 Lima|Peru", "2009-11-14/2009-11-15 #17 Singapore",
      "2010-11-13/2010-11-14 #18 Yokohama|Japan", "2011-11-12/2011-11-13 #19 Honolulu|Hawaii",
      "2012-09-08/2012-09-09 #20 Vladivostok|Russia", "2013-10-07/2013-10-08 #21 Bali|Indonesia",
      "2014-11-10/2014-11-11 #22 Beijing|China", "2015-11-18/2015-11-19 #23 Manila|Philippines",
      "2016-11-19/2016-11-20 #24 Lima|Peru", "2017-11-10/2017-11-11 #25 Da Nang|Danang|Vietnam",
      "2018-11-17/2018-11-18 #26 Port Moresby|Papua New Guinea", "2020-11-20 #27", "2021-11-12 #28",
      "2022-11-18/2022-11-19 #29 Bangkok|Thailand", "2023-11-15/2023-11-17 #30 San Francisco",
      "2024-11-15/2024-11-16 #31 Lima|Peru", "2025-10-31/2025-11-01 #32 Gyeongju|South Korea",
      "2026-11-18/2026-11-19 #33 Shenzhen|China" } },
  { "ASEAN", "Association of Southeast Asian Nations", needs = "summit", grade = "recall", days = {
      "1995-12-14/1995-12-15 #5 Bangkok|Thailand", "1998-12-15/1998-12-16 #6 Hanoi|Vietnam",
      "1999-11-28 Manila|Philippines", "2000-11-24/2000-11-25 Singapore",
      "2001-11-05/2001-11-06 #7 Brunei|Bandar Seri Begawan", "2002-11-04/2002-11-05 #8 Phnom Penh|Cambodia",
      "2003-10-07/2003-10-08 #9 Bali|Indonesia", "2004-11-29/2004-11-30 #10 Vientiane|Laos",
      "2005-12-12/2005-12-14 #11 Kuala Lumpur|Malaysia", "2007-01-11/2007-01-15 #12 Cebu|Philippines",
      "2007-11-18/2007-11-22 #13 Singapore", "2009-02-26/2009-03-01 #14 Cha-am|Hua Hin|Thailand",
      "2009-04-10/2009-04-11 Pattaya|Thailand", "2009-10-23/2009-10-25 #15 Cha-am|Hua Hin|Thailand",
      "2010-04-08/2010-04-09 #16 Hanoi|Vietnam", "2010-10-28/2010-10-30 #17 Hanoi|Vietnam",
      "2011-05-07/2011-05-08 #18 Jakarta|Indonesia", "2011-11-17/2011-11-19 #19 Bali|Indonesia",
      "2012-04-03/2012-04-04 #20 Phnom Penh|Cambodia", "2012-11-18/2012-11-20 #21 Phnom Penh|Cambodia",
      "2013-04-24/2013-04-25 #22 Brunei|Bandar Seri Begawan", "2013-10-09/2013-10-10 #23 Brunei|Bandar Seri Begawan",
      "2014-05-10/2014-05-11 #24 Naypyidaw|Naypyitaw|Myanmar", "2014-11-12/2014-11-13 #25 Naypyidaw|Naypyitaw|Myanmar",
      "2015-04-26/2015-04-27 #26 Kuala Lumpur|Langkawi|Malaysia", "2015-11-20/2015-11-22 #27 Kuala Lumpur|Malaysia",
      "2016-09-06/2016-09-08 #28 Vientiane|Laos", "2017-04-29 #30 Manila|Philippines",
      "2017-11-13/2017-11-14 #31 Manila|Philippines", "2018-04-27/2018-04-28 #32 Singapore",
      "2018-11-13/2018-11-15 #33 Singapore", "2019-06-22/2019-06-23 #34 Bangkok|Thailand",
      "2019-11-02/2019-11-04 #35 Bangkok|Thailand", "2020-06-26 #36", "2020-11-12/2020-11-15 #37",
      "2021-10-26/2021-10-28 #38", "2022-11-10/2022-11-13 #40 Phnom Penh|Cambodia",
      "2023-05-09/2023-05-11 #42 Labuan Bajo", "2023-09-05/2023-09-07 #43 Jakarta",
      "2024-10-08/2024-10-11 #44 Vientiane|Laos", "2025-05-26/2025-05-27 #46 Kuala Lumpur|Malaysia",
      "2025-10-26/2025-10-28 #47 Kuala Lumpur|Malaysia" } },
  { "East Asia Summit", "East Asian Summit", grade = "recall", days = {
      "2005-12-14 #1 Kuala Lumpur|Malaysia", "2007-01-15 #2 Cebu|Philippines", "2007-11-21 #3 Singapore",
      "2009-10-25 #4 Cha-am|Hua Hin|Thailand", "2010-10-30 #5 Hanoi|Vietnam", "2011-11-19 #6 Bali|Indonesia",
      "2012-11-20 #7 Phnom Penh|Cambodia", "2013-10-10 #8 Brunei|Bandar Seri Begawan",
      "2014-11-13 #9 Naypyidaw|Naypyitaw|Myanmar", "2015-11-22 #10 Kuala Lumpur|Malaysia",
      "2016-09-08 #11 Vientiane|Laos", "2017-11-14 #12 Manila|Philippines", "2018-11-15 #13 Singapore",
      "2019-11-04 #14 Bangkok|Thailand", "2020-11-14 #15", "2021-10-27 #16", "2022-11-13 #17 Phnom Penh|Cambodia",
      "2023-09-07 #18 Jakarta|Indonesia", "2024-10-11 #19 Vientiane|Laos", "2025-10-27 #20 Kuala Lumpur|Malaysia" } },
  { "Quad", needs = "summit", grade = "recall", days = {
      "2021-03-12", "2021-09-24 Washington", "2022-03-03", "2022-05-24 Tokyo|Japan", "2023-05-20 Hiroshima|Japan",
      "2024-09-21 Wilmington|Delaware" } },
  { "Nuclear Security Summit", foreseen = 750, grade = "recall", days = {
      "2010-04-12/2010-04-13 #1 Washington", "2012-03-26/2012-03-27 #2 Seoul|South Korea",
      "2014-03-24/2014-03-25 #3 The Hague|Hague|Netherlands", "2016-03-31/2016-04-01 #4 Washington" } },
  { "Summit for Democracy", foreseen = 450, grade = "recall", days = {
      "2021-12-09/2021-12-10 #1", "2023-03-28/2023-03-30 #2", "2024-03-18/2024-03-20 #3 Seoul|South Korea" } },
  { "BRICS", needs = "summit", grade = "recall", days = {
      "2009-06-16 Yekaterinburg|Russia", "2010-04-15 Brasilia|Brazil", "2011-04-14 Sanya|China",
      "2012-03-29 New Delhi|India", "2013-03-26/2013-03-27 Durban|South Africa",
      "2014-07-15/2014-07-16 Fortaleza|Brazil", "2015-07-08/2015-07-09 Ufa|Russia", "2016-10-15/2016-10-16 Goa|India",
      "2017-09-04/2017-09-05 Xiamen|China", "2018-07-25/2018-07-27 Johannesburg|South Africa",
      "2019-11-13/2019-11-14 Brasilia|Brazil", "2020-11-17", "2021-09-09", "2022-06-23",
      "2023-08-22/2023-08-24 Johannesburg|South Africa", "2024-10-22/2024-10-24 Kazan|Russia",
      "2025-07-06/2025-07-07 Rio de Janeiro|Rio|Brazil" } },
  { "Shanghai Cooperation Organization", "Shanghai Cooperation Organisation", "SCO", needs = "summit", grade = "recall",
    days = {
      "2001-06-15 Shanghai|China", "2002-06-07 St. Petersburg|Saint Petersburg|Russia", "2003-05-29 Moscow|Russia",
      "2004-06-17 Tashkent|Uzbekistan", "2005-07-05 Astana|Kazakhstan", "2006-06-15 Shanghai|China",
      "2007-08-16 Bishkek|Kyrgyzstan", "2008-08-28 Dushanbe|Tajikistan", "2009-06-15/2009-06-16 Yekaterinburg|Russia",
      "2010-06-10/2010-06-11 Tashkent|Uzbekistan", "2011-06-15 Astana|Kazakhstan",
      "2012-06-06/2012-06-07 Beijing|China", "2013-09-13 Bishkek|Kyrgyzstan",
      "2014-09-11/2014-09-12 Dushanbe|Tajikistan", "2015-07-09/2015-07-10 Ufa|Russia",
      "2016-06-23/2016-06-24 Tashkent|Uzbekistan", "2017-06-08/2017-06-09 Astana|Kazakhstan",
      "2018-06-09/2018-06-10 Qingdao|China", "2019-06-13/2019-06-14 Bishkek|Kyrgyzstan", "2020-11-10",
      "2021-09-16/2021-09-17 Dushanbe|Tajikistan", "2022-09-15/2022-09-16 Samarkand|Uzbekistan", "2023-07-04",
      "2024-07-03/2024-07-04 Astana|Kazakhstan", "2025-08-31/2025-09-01 Tianjin|China" } },
  { "Asia-Europe Meeting", "ASEM", needs = "summit", foreseen = 750, grade = "recall", days = {
      "1996-03-01/1996-03-02 #1 Bangkok|Thailand", "1998-04-03/1998-04-04 #2 London|Britain",
      "2000-10-20/2000-10-21 #3 Seoul|South Korea", "2002-09-23/2002-09-24 #4 Copenhagen|Denmark",
      "2004-10-08/2004-10-09 #5 Hanoi|Vietnam", "2006-09-10/2006-09-11 #6 Helsinki|Finland",
      "2008-10-24/2008-10-25 #7 Beijing|China", "2010-10-04/2010-10-05 #8 Brussels|Belgium",
      "2012-11-05/2012-11-06 #9 Vientiane|Laos", "2014-10-16/2014-10-17 #10 Milan|Italy",
      "2016-07-15/2016-07-16 #11 Ulaanbaatar|Ulan Bator|Mongolia", "2018-10-18/2018-10-19 #12 Brussels|Belgium" } },
  { "Summit of the Americas", "Americas Summit", foreseen = 900, grade = "recall", days = {
      "1994-12-09/1994-12-11 Miami", "1998-04-18/1998-04-19 Santiago|Chile",
      "2001-04-20/2001-04-22 Quebec City|Quebec|Canada", "2004-01-12/2004-01-13 Monterrey|Mexico",
      "2005-11-04/2005-11-05 Mar del Plata|Argentina", "2009-04-17/2009-04-19 Port of Spain|Trinidad",
      "2012-04-14/2012-04-15 Cartagena|Colombia", "2015-04-10/2015-04-11 Panama City|Panama",
      "2018-04-13/2018-04-14 Lima|Peru", "2022-06-06/2022-06-10 Los Angeles" } },
  { "U.S.-Africa Leaders Summit", "U.S.-Africa Leaders’ Summit", "US-Africa Leaders Summit", "U.S.-Africa Summit",
    grade = "recall", days = {
      "2014-08-04/2014-08-06 Washington", "2022-12-13/2022-12-15 Washington" } },
  { "Ukraine Recovery Conference", grade = "recall", days = {
      "2022-07-04/2022-07-05 Lugano|Switzerland", "2023-06-21/2023-06-22 London",
      "2024-06-11/2024-06-12 Berlin|Germany", "2025-07-10/2025-07-11 Rome|Italy" } },
  { "Summit on Peace in Ukraine", "Ukraine Peace Summit", "Peace Summit in Switzerland", "peace summit in Switzerland",
    grade = "recall", days = {
      "2024-06-15/2024-06-16" } },
  { "World Trade Organization", "World Trade Organisation", "WTO", needs = "ministerial", foreseen = 700,
    grade = "recall", days = {
      "1996-12-09/1996-12-13 #1 Singapore", "1998-05-18/1998-05-20 #2 Geneva|Switzerland",
      "1999-11-30/1999-12-03 #3 Seattle", "2001-11-09/2001-11-14 #4 Doha|Qatar",
      "2003-09-10/2003-09-14 #5 Cancun|Mexico", "2005-12-13/2005-12-18 #6 Hong Kong",
      "2009-11-30/2009-12-02 #7 Geneva|Switzerland", "2011-12-15/2011-12-17 #8 Geneva|Switzerland",
      "2013-12-03/2013-12-07 #9 Bali|Indonesia", "2015-12-15/2015-12-19 #10 Nairobi|Kenya",
      "2017-12-10/2017-12-13 #11 Buenos Aires|Argentina", "2022-06-12/2022-06-17 #12 Geneva|Switzerland",
      "2024-02-26/2024-03-02 #13 Abu Dhabi" } },
  { "United Nations General Assembly", "U.N. General Assembly", "UN General Assembly", "UNGA", "General Assembly",
    beside = "yes", grade = "recall", days = {
      "2005-09-14/2005-09-23 #60", "2006-09-19/2006-09-27 #61", "2007-09-24/2007-10-03 #62",
      "2008-09-22/2008-09-29 #63", "2009-09-22/2009-09-29 #64", "2010-09-20/2010-09-29 #65",
      "2011-09-20/2011-09-27 #66", "2012-09-24/2012-10-01 #67", "2013-09-23/2013-10-01 #68",
      "2014-09-22/2014-09-30 #69", "2015-09-25/2015-10-03 #70", "2016-09-19/2016-09-26 #71",
      "2017-09-18/2017-09-25 #72", "2018-09-24/2018-10-01 #73", "2019-09-23/2019-09-30 #74",
      "2020-09-21/2020-09-29 #75", "2021-09-20/2021-09-27 #76", "2022-09-18/2022-09-26 #77",
      "2023-09-18/2023-09-26 #78", "2024-09-21/2024-09-30 #79", "2025-09-21/2025-09-29 #80" } },
  { "Munich Security Conference", grade = "recall", days = {
      "2009-02-06/2009-02-08 #45", "2010-02-05/2010-02-07 #46", "2011-02-04/2011-02-06 #47",
      "2012-02-03/2012-02-05 #48", "2013-02-01/2013-02-03 #49", "2014-01-31/2014-02-02 #50",
      "2015-02-06/2015-02-08 #51", "2016-02-12/2016-02-14 #52", "2017-02-17/2017-02-19 #53",
      "2018-02-16/2018-02-18 #54", "2019-02-15/2019-02-17 #55", "2020-02-14/2020-02-16 #56", "2021-02-19",
      "2022-02-18/2022-02-20 #58", "2023-02-17/2023-02-19 #59", "2024-02-16/2024-02-18 #60",
      "2025-02-14/2025-02-16 #61", "2026-02-13/2026-02-15 #62" } },
  { "Shangri-La Dialogue", "Shangri-La security dialogue", grade = "recall", days = {
      "2002-05-31/2002-06-02", "2003-05-30/2003-06-01", "2004-06-04/2004-06-06", "2005-06-03/2005-06-05",
      "2006-06-02/2006-06-04", "2007-06-01/2007-06-03", "2008-05-30/2008-06-01", "2009-05-29/2009-05-31",
      "2010-06-04/2010-06-06", "2011-06-03/2011-06-05", "2012-06-01/2012-06-03", "2013-05-31/2013-06-02",
      "2014-05-30/2014-06-01", "2015-05-29/2015-05-31", "2016-06-03/2016-06-05", "2017-06-02/2017-06-04",
      "2018-06-01/2018-06-03", "2019-05-31/2019-06-02", "2022-06-10/2022-06-12", "2023-06-02/2023-06-04",
      "2024-05-31/2024-06-02", "2025-05-30/2025-06-01" } },
  { "World Economic Forum", beside = "yes", grade = "recall", days = {
      "2010-01-27/2010-01-31 Davos", "2011-01-26/2011-01-30 Davos", "2012-01-25/2012-01-29 Davos",
      "2013-01-23/2013-01-27 Davos", "2014-01-22/2014-01-25 Davos", "2015-01-21/2015-01-24 Davos",
      "2016-01-20/2016-01-23 Davos", "2017-01-17/2017-01-20 Davos", "2018-01-23/2018-01-26 Davos",
      "2019-01-22/2019-01-25 Davos", "2020-01-21/2020-01-24 Davos", "2022-05-22/2022-05-26 Davos",
      "2023-01-16/2023-01-20 Davos", "2024-01-15/2024-01-19 Davos", "2025-01-20/2025-01-24 Davos",
      "2026-01-19/2026-01-23 Davos" } },
  { "Security Consultative Meeting", "SCM", grade = "recall", days = {
      "1990-11-13/1990-11-15 #22 Washington|Pentagon", "1991-11-20/1991-11-22 #23 Seoul",
      "1992-10-07/1992-10-08 #24 Washington|Pentagon", "1993-11-03/1993-11-04 #25 Seoul",
      "1994-10-06/1994-10-07 #26 Washington|Pentagon", "1995-11-02/1995-11-03 #27 Seoul",
      "1996-10-31/1996-11-01 #28 Washington|Pentagon", "1997-12-08/1997-12-09 #29 Seoul",
      "1999-01-15 #30 Washington|Pentagon", "1999-11-23 #31 Seoul", "2000-09-21 #32 Washington|Pentagon",
      "2001-11-15 #33 Seoul", "2002-12-05 #34 Washington|Pentagon", "2003-11-17 #35 Seoul",
      "2004-10-22 #36 Washington|Pentagon", "2005-10-21 #37 Seoul", "2006-10-20 #38 Washington|Pentagon",
      "2007-11-07 #39 Seoul", "2008-10-17 #40 Washington|Pentagon", "2009-10-22 #41 Seoul",
      "2010-10-08 #42 Washington|Pentagon", "2011-10-28 #43 Seoul", "2012-10-24 #44 Washington|Pentagon",
      "2013-10-02 #45 Seoul", "2014-10-23 #46 Washington|Pentagon", "2015-11-02 #47 Seoul",
      "2016-10-20 #48 Washington|Pentagon", "2017-10-28 #49 Seoul", "2018-10-31 #50 Washington|Pentagon",
      "2019-11-15 #51 Seoul", "2020-10-14 #52 Washington|Pentagon", "2021-12-02 #53 Seoul",
      "2022-11-03 #54 Washington|Pentagon", "2023-11-13 #55 Seoul", "2024-10-30 #56 Washington|Pentagon",
      "2025-11-04 #57 Seoul" } },
  { "six-party talks", "six-nation talks", "six-way talks", grade = "recall", days = {
      "2003-08-27/2003-08-29 Beijing", "2004-02-25/2004-02-28 Beijing", "2004-06-23/2004-06-26 Beijing",
      "2005-07-26/2005-08-07 Beijing", "2005-09-13/2005-09-19 Beijing", "2005-11-09/2005-11-11 Beijing",
      "2006-12-18/2006-12-22 Beijing", "2007-02-08/2007-02-13 Beijing", "2007-03-19/2007-03-22 Beijing",
      "2007-07-18/2007-07-20 Beijing", "2007-09-27/2007-09-30 Beijing", "2008-07-10/2008-07-12 Beijing",
      "2008-12-08/2008-12-11 Beijing" } },
  { "COP21", foreseen = 750, grade = "recall", days = {
      "2015-11-30/2015-12-12 Paris" } },
  { "COP26", foreseen = 750, grade = "recall", days = {
      "2021-10-31/2021-11-13 Glasgow" } },
  { "COP27", foreseen = 750, grade = "recall", days = {
      "2022-11-06/2022-11-20 Sharm el-Sheikh" } },
  { "COP28", foreseen = 750, grade = "recall", days = {
      "2023-11-30/2023-12-13 Dubai" } },
  { "COP29", foreseen = 750, grade = "recall", days = {
      "2024-11-11/2024-11-24 Baku" } },
  { "COP30", foreseen = 750, grade = "recall", days = {
      "2025-11-10/2025-11-22 Belem" } },
  { "Olympics", "Olympic Games", "Summer Olympics", "Winter Olympics", "Summer Games", "Winter Games", foreseen = 3650,
    grade = "recall", days = {
      "1988-09-17/1988-10-02 Seoul", "1992-02-08/1992-02-23 Albertville", "1992-07-25/1992-08-09 Barcelona",
      "1994-02-12/1994-02-27 Lillehammer", "1996-07-19/1996-08-04 Atlanta", "1998-02-07/1998-02-22 Nagano",
      "2000-09-15/2000-10-01 Sydney", "2002-02-08/2002-02-24 Salt Lake City", "2004-08-13/2004-08-29 Athens",
      "2006-02-10/2006-02-26 Turin|Torino", "2008-08-08/2008-08-24 Beijing", "2010-02-12/2010-02-28 Vancouver",
      "2012-07-27/2012-08-12 London", "2014-02-07/2014-02-23 Sochi", "2016-08-05/2016-08-21 Rio de Janeiro|Rio",
      "2018-02-09/2018-02-25 PyeongChang|Pyeongchang", "2021-07-23/2021-08-08 Tokyo", "2022-02-04/2022-02-20 Beijing",
      "2024-07-26/2024-08-11 Paris", "2026-02-06/2026-02-22 Milan|Cortina" } },
  { "FIFA World Cup", "soccer World Cup", "football World Cup", "World Cup soccer", foreseen = 3650, grade = "recall",
    days = {
      "1994-06-17/1994-07-17 United States", "1998-06-10/1998-07-12 France", "2002-05-31/2002-06-30 Japan|South Korea",
      "2006-06-09/2006-07-09 Germany", "2010-06-11/2010-07-11 South Africa", "2014-06-12/2014-07-13 Brazil",
      "2018-06-14/2018-07-15 Russia", "2022-11-20/2022-12-18 Qatar", "2026-06-11/2026-07-19 Mexico" } },
  { "Asian Games", foreseen = 2900, grade = "recall", days = {
      "1994-10-02/1994-10-16 #12 Hiroshima", "1998-12-06/1998-12-20 #13 Bangkok",
      "2002-09-29/2002-10-14 #14 Busan|Pusan", "2006-12-01/2006-12-15 #15 Doha", "2010-11-12/2010-11-27 #16 Guangzhou",
      "2014-09-19/2014-10-04 #17 Incheon", "2018-08-18/2018-09-02 #18 Jakarta", "2023-09-23/2023-10-08 #19 Hangzhou"
    } },
  { "State of the Union", "State of the Union address", "State of the Union speech", side = "US", grade = "recall",
    days = {
      "1994-01-25", "1995-01-24", "1996-01-23", "1997-02-04", "1998-01-27", "1999-01-19", "2000-01-27", "2001-02-27",
      "2002-01-29", "2003-01-28", "2004-01-20", "2005-02-02", "2006-01-31", "2007-01-23", "2008-01-28", "2009-02-24",
      "2010-01-27", "2011-01-25", "2012-01-24", "2013-02-12", "2014-01-28", "2015-01-20", "2016-01-12", "2017-02-28",
      "2018-01-30", "2019-02-05", "2020-02-04", "2021-04-28", "2022-03-01", "2023-02-07", "2024-03-07", "2025-03-04"
    } },
  { "nuclear test", "nuclear tests", "atomic test", "underground nuclear test", side = "KP", grade = "recall", days = {
      "2006-10-09 #1", "2009-05-25 #2", "2013-02-12 #3", "2016-01-06 #4", "2016-09-09 #5", "2017-09-03 #6" } },
  { "nuclear test", "nuclear tests", "atomic test", "underground nuclear test", side = "IN", grade = "recall", days = {
      "1974-05-18", "1998-05-11/1998-05-13" } },
  { "nuclear test", "nuclear tests", "atomic test", "underground nuclear test", side = "PK", grade = "recall", days = {
      "1998-05-28/1998-05-30" } },
  { "Ulchi Freedom Shield", grade = "recall", days = {
      "2022-08-22/2022-09-01", "2023-08-21/2023-08-31", "2024-08-19/2024-08-29", "2025-08-18/2025-08-28" } },
  { "Freedom Shield", grade = "recall", days = {
      "2023-03-13/2023-03-23", "2024-03-04/2024-03-14", "2025-03-10/2025-03-20", "2026-03-09/2026-03-19" } },
  { "Freedom Edge", grade = "recall", days = {
      "2024-06-27/2024-06-29", "2024-11-13/2024-11-15", "2025-09-15/2025-09-19" } },
  { "Ulchi Freedom Guardian", grade = "recall", days = {
      "2008-08-18/2008-08-22", "2009-08-17/2009-08-27", "2010-08-16/2010-08-26", "2011-08-16/2011-08-26",
      "2012-08-20/2012-08-31", "2013-08-19/2013-08-30", "2014-08-18/2014-08-29", "2015-08-17/2015-08-28",
      "2016-08-22/2016-09-02", "2017-08-21/2017-08-31" } },
  { "Ulchi Focus Lens", grade = "recall", days = {
      "2003-08-18/2003-08-29", "2004-08-23/2004-09-03", "2005-08-22/2005-09-02", "2006-08-21/2006-09-01",
      "2007-08-20/2007-08-31" } },
  { "Key Resolve", grade = "recall", days = {
      "2008-03-02/2008-03-07", "2009-03-09/2009-03-20", "2010-03-08/2010-03-18", "2011-02-28/2011-03-10",
      "2012-02-27/2012-03-09", "2013-03-11/2013-03-21", "2014-02-24/2014-03-06", "2015-03-02/2015-03-13",
      "2016-03-07/2016-03-18", "2017-03-13/2017-03-24", "2018-04-23/2018-05-03" } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "US",
    foreseen = 1500, grade = "recall", days = {
      "1988-11-08", "1992-11-03", "1996-11-05", "2000-11-07", "2004-11-02", "2008-11-04", "2012-11-06", "2016-11-08",
      "2020-11-03", "2024-11-05" } },
  { "midterm elections", "midterm election", "mid-term elections", "midterms", "congressional elections", side = "US",
    foreseen = 1000, grade = "recall", days = {
      "1990-11-06", "1994-11-08", "1998-11-03", "2002-11-05", "2006-11-07", "2010-11-02", "2014-11-04", "2018-11-06",
      "2022-11-08", "2026-11-03" } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "KR",
    foreseen = 1500, grade = "recall", days = {
      "1987-12-16 #13", "1992-12-18 #14", "1997-12-18 #15", "2002-12-19 #16", "2007-12-19 #17", "2012-12-19 #18",
      "2017-05-09 #19", "2022-03-09 #20", "2025-06-03 #21" } },
  { "general election", "general elections", "parliamentary election", "parliamentary elections",
    "legislative elections", "legislative election", "National Assembly elections", side = "KR", foreseen = 1000,
    grade = "recall", days = {
      "1988-04-26", "1992-03-24", "1996-04-11", "2000-04-13", "2004-04-15", "2008-04-09", "2012-04-11", "2016-04-13",
      "2020-04-15", "2024-04-10" } },
  { "local elections", "local election", side = "KR", foreseen = 1000, grade = "recall", days = {
      "1995-06-27", "1998-06-04", "2002-06-13", "2006-05-31", "2010-06-02", "2014-06-04", "2018-06-13", "2022-06-01",
      "2026-06-03" } },
  { "general election", "general elections", "parliamentary election", "parliamentary elections",
    "legislative elections", "legislative election", "lower house election", "lower house elections",
    "House of Representatives election", side = "JP", foreseen = 500, grade = "recall", days = {
      "1990-02-18", "1993-07-18", "1996-10-20", "2000-06-25", "2003-11-09", "2005-09-11", "2009-08-30", "2012-12-16",
      "2014-12-14", "2017-10-22", "2021-10-31", "2024-10-27", "2026-02-08" } },
  { "upper house election", "upper house elections", "House of Councillors election", side = "JP", foreseen = 1000,
    grade = "recall", days = {
      "1992-07-26", "1995-07-23", "1998-07-12", "2001-07-29", "2004-07-11", "2007-07-29", "2010-07-11", "2013-07-21",
      "2016-07-10", "2019-07-21", "2022-07-10", "2025-07-20" } },
  { "general election", "general elections", "parliamentary election", "parliamentary elections",
    "legislative elections", "legislative election", side = "GB", foreseen = 500, grade = "recall", days = {
      "1987-06-11", "1992-04-09", "1997-05-01", "2001-06-07", "2005-05-05", "2010-05-06", "2015-05-07", "2017-06-08",
      "2019-12-12", "2024-07-04" } },
  { "general election", "general elections", "parliamentary election", "parliamentary elections",
    "legislative elections", "legislative election", "federal election", "Bundestag election", side = "DE",
    foreseen = 500, grade = "recall", days = {
      "1990-12-02", "1994-10-16", "1998-09-27", "2002-09-22", "2005-09-18", "2009-09-27", "2013-09-22", "2017-09-24",
      "2021-09-26", "2025-02-23" } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "FR",
    foreseen = 1000, grade = "recall", days = {
      "1988-04-24", "1988-05-08", "1995-04-23", "1995-05-07", "2002-04-21", "2002-05-05", "2007-04-22", "2007-05-06",
      "2012-04-22", "2012-05-06", "2017-04-23", "2017-05-07", "2022-04-10", "2022-04-24" } },
  { "general election", "general elections", "parliamentary election", "parliamentary elections",
    "legislative elections", "legislative election", side = "FR", foreseen = 500, grade = "recall", days = {
      "1993-03-21", "1993-03-28", "1997-05-25", "1997-06-01", "2002-06-09", "2002-06-16", "2007-06-10", "2007-06-17",
      "2012-06-10", "2012-06-17", "2017-06-11", "2017-06-18", "2022-06-12", "2022-06-19", "2024-06-30", "2024-07-07"
    } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "RU",
    foreseen = 1000, grade = "recall", days = {
      "1996-06-16", "1996-07-03", "2000-03-26", "2004-03-14", "2008-03-02", "2012-03-04", "2018-03-18",
      "2024-03-15/2024-03-17" } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "TW",
    foreseen = 1000, grade = "recall", days = {
      "1996-03-23", "2000-03-18", "2004-03-20", "2008-03-22", "2012-01-14", "2016-01-16", "2020-01-11", "2024-01-13"
    } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "IR",
    foreseen = 1000, grade = "recall", days = {
      "1993-06-11", "1997-05-23", "2001-06-08", "2005-06-17", "2005-06-24", "2009-06-12", "2013-06-14", "2017-05-19",
      "2021-06-18", "2024-06-28", "2024-07-05" } },
  { "general election", "general elections", "parliamentary election", "parliamentary elections",
    "legislative elections", "legislative election", "Knesset elections", side = "IL", foreseen = 500, grade = "recall",
    days = {
      "1992-06-23", "1996-05-29", "1999-05-17", "2003-01-28", "2006-03-28", "2009-02-10", "2013-01-22", "2015-03-17",
      "2019-04-09", "2019-09-17", "2020-03-02", "2021-03-23", "2022-11-01" } },
  { "general election", "general elections", "parliamentary election", "parliamentary elections",
    "legislative elections", "legislative election", "federal election", side = "CA", foreseen = 500, grade = "recall",
    days = {
      "1993-10-25", "1997-06-02", "2000-11-27", "2004-06-28", "2006-01-23", "2008-10-14", "2011-05-02", "2015-10-19",
      "2019-10-21", "2021-09-20", "2025-04-28" } },
  { "general election", "general elections", "parliamentary election", "parliamentary elections",
    "legislative elections", "legislative election", "federal election", side = "AU", foreseen = 500, grade = "recall",
    days = {
      "1990-03-24", "1993-03-13", "1996-03-02", "1998-10-03", "2001-11-10", "2004-10-09", "2007-11-24", "2010-08-21",
      "2013-09-07", "2016-07-02", "2019-05-18", "2022-05-21", "2025-05-03" } },
  { "general election", "general elections", "parliamentary election", "parliamentary elections",
    "legislative elections", "legislative election", side = "IT", foreseen = 500, grade = "recall", days = {
      "1994-03-27", "1996-04-21", "2001-05-13", "2006-04-09", "2008-04-13", "2013-02-24", "2018-03-04", "2022-09-25"
    } },
  { "general election", "general elections", "parliamentary election", "parliamentary elections",
    "legislative elections", "legislative election", side = "ES", foreseen = 500, grade = "recall", days = {
      "1996-03-03", "2000-03-12", "2004-03-14", "2008-03-09", "2011-11-20", "2015-12-20", "2016-06-26", "2019-04-28",
      "2019-11-10", "2023-07-23" } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "PH",
    foreseen = 1000, grade = "recall", days = {
      "1992-05-11", "1998-05-11", "2004-05-10", "2010-05-10", "2016-05-09", "2022-05-09" } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "ID",
    foreseen = 1000, grade = "recall", days = {
      "2004-07-05", "2004-09-20", "2009-07-08", "2014-07-09", "2019-04-17", "2024-02-14" } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "MX",
    foreseen = 1000, grade = "recall", days = {
      "1994-08-21", "2000-07-02", "2006-07-02", "2012-07-01", "2018-07-01", "2024-06-02" } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "BR",
    foreseen = 1000, grade = "recall", days = {
      "1994-10-03", "1998-10-04", "2002-10-06", "2002-10-27", "2006-10-01", "2006-10-29", "2010-10-03", "2010-10-31",
      "2014-10-05", "2014-10-26", "2018-10-07", "2018-10-28", "2022-10-02", "2022-10-30" } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "PL",
    foreseen = 1000, grade = "recall", days = {
      "1995-11-05", "1995-11-19", "2000-10-08", "2005-10-09", "2005-10-23", "2010-06-20", "2010-07-04", "2015-05-10",
      "2015-05-24", "2020-06-28", "2020-07-12", "2025-05-18", "2025-06-01" } },
  { "presidential election", "presidential elections", "presidential vote", "presidential polls", side = "UA",
    foreseen = 1000, grade = "recall", days = {
      "1999-10-31", "1999-11-14", "2004-10-31", "2004-11-21", "2004-12-26", "2010-01-17", "2010-02-07", "2014-05-25",
      "2019-03-31", "2019-04-21" } },
}
