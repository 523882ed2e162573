--- Military ranks as they stand before a name, with the one form they are given in (`rank`).
return {
  { "General", "Gen.", "Gen", rank = "General" },
  { "Lieutenant General", "Lt. Gen.", "Lt Gen", "Lt. General", "Ltg", "Lieut. Gen.", rank = "Lieutenant General" },
  { "Major General", "Maj. Gen.", "Maj Gen", "Maj. General", rank = "Major General" },
  { "Brigadier General", "Brig. Gen.", "Brig Gen", "Brigadier", "Brig.", rank = "Brigadier General" },
  { "Colonel", "Col.", rank = "Colonel" },
  { "Lieutenant Colonel", "Lt. Col.", "Lt Col", rank = "Lieutenant Colonel" },
  { "Major", "Maj.", rank = "Major" },
  { "Captain", "Capt.", rank = "Captain" },
  { "Lieutenant", "Lt.", rank = "Lieutenant" },
  { "Sergeant", "Sgt.", "Staff Sgt.", "Sgt. 1st Class", rank = "Sergeant" },
  { "Corporal", "Cpl.", rank = "Corporal" },
  { "Admiral", "Adm.", "Adm", rank = "Admiral" },
  { "Vice Admiral", "Vice Adm.", rank = "Vice Admiral" },
  { "Rear Admiral", "Rear Adm.", rank = "Rear Admiral" },
  { "Commodore", rank = "Commodore" },
  { "Marshal", "Field Marshal", "Air Marshal", "Air Chief Marshal", rank = "Marshal" },
}
