/**
 * The names of the standard see-2002: a misspelt fact, value or code does not compile.
 *
 * Made by `cargo xtask generate`; do not edit. From see-2002 0.1.0, sha256:257431a99db501d9c8c78b6d32e2b298320acaaf00df02498a3194249b5410b2.
 */

import type { Actor, Certainty, Reference } from "./documents.js";

/** The names of the standard see-2002. */
export interface See2002 {
  /** A record. */
  readonly record: See2002Record;
  /** The names of the facts. */
  readonly fact: See2002FactName;
  /** The conduct codes. */
  readonly conduct: See2002ConductCode;
  /** The ids of the conclusions. */
  readonly conclusion: See2002ConclusionId;
}

/** What is known, by the names of the dictionary. */
export type See2002Facts = {
  /**
   * Age today in completed years, as a whole number. Never a date of birth, and never a guess from looks. Completed
   * years, 0 to 120.
   */
  age_years?: number | null | undefined;
  /**
   * For a person whose age in years is not known; under 18 in either place counts. minor: the person is under 18 today.
   * adult: the person is 18 or older today.
   */
  majority?: "minor" | "adult" | "unknown" | null | undefined;
  /**
   * Age in completed years when the trafficking began, that is, when somebody first recruited, moved or took hold of
   * the person. Not the age today, and never a date of birth. Completed years, 0 to 120.
   */
  age_when_trafficked?: number | null | undefined;
  /**
   * For a person whose age at that time is not known; under 18 in either place counts. minor: the person was under 18
   * when the trafficking began. adult: the person was 18 or older then.
   */
  majority_when_trafficked?: "minor" | "adult" | "unknown" | null | undefined;
  /**
   * Yes: there is some reason to think that the person is under 18 although an adult age is stated or shown. No: you
   * have thought about it and see no such reason. A doubt is not a finding.
   */
  age_doubt?: boolean | null | undefined;
  /**
   * none: on nothing yet. self_stated: on the person's word. apparent: on looks only. document_unverified: on a paper
   * that nobody has checked. document_verified: on a paper checked as genuine. assessment: on a careful age assessment
   * by people trained for it.
   */
  age_basis?: "none" | "self_stated" | "apparent" | "document_unverified" | "document_verified" | "assessment" | "unknown" | null | undefined;
  /**
   * Yes: somebody recruited the person, that is, offered or found them work, a journey, a marriage or a new life, or
   * brought them to go along. Neither lies nor force are needed; being recruited is not, by itself, trafficking.
   */
  act_recruited?: boolean | null | undefined;
  /**
   * Yes: somebody took the person from one place to another, inside a country or across a border. Distance does not
   * matter, nor whether the person wanted to travel; a journey that nobody else made or arranged for them is not meant.
   */
  act_transported?: boolean | null | undefined;
  /**
   * Yes: somebody who controlled the person passed them on, sold them or resold them to another controller. A change of
   * job or flat that the person chose freely is not meant.
   */
  act_transferred?: boolean | null | undefined;
  /**
   * Yes: somebody lodged the person or kept them in a place, locked or not, paid or not. A shelter, a hospital or
   * people who simply helped are not meant.
   */
  act_harboured?: boolean | null | undefined;
  /**
   * Yes: somebody met the person or took them over at the place where the journey, or a part of it, ended. Helpers, and
   * police or border staff who do their ordinary duty, are not meant.
   */
  act_received?: boolean | null | undefined;
  /**
   * Yes: somebody who recruits, moves, keeps or exploits the person used force on them or threatened to. Violence by
   * others who have nothing to do with it is not meant.
   */
  means_force_or_threat?: boolean | null | undefined;
  /**
   * Yes: somebody who recruits, moves, keeps or exploits the person put them under pressure in a way that no other item
   * here names, so that they did what they would not have done freely. Hardship that nobody used is not meant.
   */
  means_other_coercion?: boolean | null | undefined;
  /**
   * Yes: the person was kidnapped or carried off by somebody who recruits, moves, keeps or exploits them. Leaving
   * willingly and being deceived on the way is a different item; an ordinary arrest is not meant.
   */
  means_abduction?: boolean | null | undefined;
  /**
   * Yes: somebody who recruits, moves, keeps or exploits the person deceived them about the work, its conditions or
   * pay, a marriage or relationship, where they were taken, or what they would be free to do. Partly true promises
   * count; a hope that nobody had raised is not meant.
   */
  means_fraud_or_deception?: boolean | null | undefined;
  /**
   * Yes: somebody who recruits, moves, keeps or exploits the person had power over them and abused it. Such power may
   * come from family, work, age, money, faith or office. Having a strict boss or parent is not, by itself, yes.
   */
  means_abuse_of_power?: boolean | null | undefined;
  /**
   * Yes: the person had no real and acceptable choice but to give in, and somebody who recruits, moves, keeps or
   * exploits them used that. Being poor, ill, young or without papers is not enough alone; somebody must have made use
   * of it.
   */
  means_abuse_of_vulnerability?: boolean | null | undefined;
  /**
   * Yes: money or another benefit was given to somebody who controls the person, for example a relative, to get hold of
   * the person. Pay that the person received for their own work is not meant.
   */
  means_payment_for_control?: boolean | null | undefined;
  /**
   * Yes: a debt, real or invented, is or was used to keep the person under control by somebody who recruits, moves,
   * keeps or exploits them. Owing money is not enough alone; the debt must be used to hold them.
   */
  ctrl_debt_used?: boolean | null | undefined;
  /**
   * Yes: somebody who recruits, moves, keeps or exploits the person threatens, or threatened, to tell or show others
   * what the person was made to do, and controls them by that. The person's own shame or worry, with no threat behind
   * it, is not meant.
   */
  ctrl_exposure_threat_used?: boolean | null | undefined;
  /**
   * Yes: somebody who recruits, moves, keeps or exploits the person controls them, now or before, by making them fear
   * violence against themselves or people close to them. No blow need have fallen; fear of somebody who has no part in
   * it is not meant.
   */
  ctrl_violence_fear_used?: boolean | null | undefined;
  /**
   * Yes: somebody who controls the person uses their irregular stay as a threat, for example to call the police or have
   * them sent away. Having no permit is not yes, and an ordinary notice from an office is not meant.
   */
  ctrl_irregular_status_used?: boolean | null | undefined;
  /**
   * Yes: somebody who controls the person keeps, or kept, their papers from them. Papers that are lost, left at home,
   * or held by an office are not meant.
   */
  ctrl_documents_withheld?: boolean | null | undefined;
  /**
   * Yes: somebody who controls the person locks them in, guards them or does not let them go out alone, now or before.
   * Ordinary custody by officials, and a parent's ordinary care for a young child, are not meant.
   */
  ctrl_confined?: boolean | null | undefined;
  /**
   * Yes: somebody else meant to exploit the person through prostitution or in another sexual way, pornography included;
   * it need not have happened. For an adult, selling sex is never yes by itself: somebody else must be the one who
   * exploits.
   */
  purpose_sexual_exploitation?: boolean | null | undefined;
  /**
   * Yes: somebody meant to make the person work or give services that they would not do freely; it need not have
   * happened. Hard or badly paid work that the person can leave is not, by itself, yes.
   */
  purpose_forced_labour?: boolean | null | undefined;
  /**
   * Yes: somebody meant to make the person beg for them; it need not have happened. Begging together with one's own
   * family for the family's living is not, by itself, yes.
   */
  purpose_begging?: boolean | null | undefined;
  /**
   * Yes: somebody meant to hold the person in slavery, a similar practice or servitude, as if they belonged to somebody
   * and had to live and work as told; it need not have happened. An ordinary job with strict rules is not meant.
   */
  purpose_slavery_or_servitude?: boolean | null | undefined;
  /**
   * Yes: somebody meant to have an organ taken from the person; it need not have happened. A treatment by a doctor that
   * the person needed is not meant.
   */
  purpose_organ_removal?: boolean | null | undefined;
  /**
   * Yes: somebody meant to give or sell the person, as a child, to others outside the rules for adoption; it need not
   * have happened. A lawful adoption, or staying with relatives, is not meant.
   */
  purpose_illegal_adoption?: boolean | null | undefined;
  /**
   * Yes: exploitation as grave as the others was meant, but of another kind (made to commit offences, a forced
   * marriage) or of a kind not yet told: the person is traded or held for somebody's gain, or must hand over most of
   * what they earn. Ordinary low pay is not meant.
   */
  purpose_other_or_unspecified?: boolean | null | undefined;
  /**
   * Yes: it can be seen that an owner, a pimp or some other person controls the person. The everyday care of a parent
   * for a child and the presence of police or helpers are not meant.
   */
  ind_third_party_control?: boolean | null | undefined;
  /**
   * Yes: somebody who controls the person moved them from one workplace to another, or passed them to another
   * controller. Moves that the person chose freely are not meant.
   */
  ind_moved_or_resold?: boolean | null | undefined;
  /**
   * Yes: the person shows fear of an owner, a pimp, an employer or some other person who controls them. Fear of the
   * police or of being sent away is not meant, though both may be there together.
   */
  ind_afraid_of_controller?: boolean | null | undefined;
  /**
   * Yes: somebody who controls the person takes or keeps back what they earn, all of it or a part. An honest rent, a
   * tax, or a quarrel about pay with somebody who has no hold on the person is not, by itself, yes.
   */
  ind_earnings_taken?: boolean | null | undefined;
  /**
   * Yes: a report passes on the person's own words, or concrete signs that they are held, controlled or afraid. A bare
   * suspicion without words or signs is not meant; it belongs under reported possible trafficking.
   */
  ind_report_of_control?: boolean | null | undefined;
  /**
   * Yes: a client, a relative, a friend, an NGO, an embassy or another outsider reported that the person may be
   * trafficked. The report need not be proved; it opens a case but decides nothing about the person.
   */
  ind_third_party_report?: boolean | null | undefined;
  /**
   * Yes: the person is or may be under 18 and is found begging in the street, alone or with others. It calls for child
   * protection to look into it; it is not, by itself, a finding of trafficking.
   */
  ind_child_begging?: boolean | null | undefined;
  /**
   * Yes: a person who is or may be under 18 is found working or kept in a bar, a club, a brothel or a similar place.
   * What they do there does not matter; a visit as a guest is not meant.
   */
  ind_child_at_place_of_exploitation?: boolean | null | undefined;
  /**
   * What is said about agreement to the exploitation. agreed: the person is said to have agreed. refused: they are said
   * to have refused. unclear: it cannot be told. No value says anything about who is trafficked.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  consent_to_exploitation?: "agreed" | "refused" | "unclear" | "unknown" | null | undefined;
  /**
   * What is said about agreement to the journey or the job. agreed: the person is said to have agreed. refused: they
   * are said to have refused. unclear: it cannot be told. It points neither way.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  consent_to_travel_or_work?: "agreed" | "refused" | "unclear" | "unknown" | null | undefined;
  /**
   * State of the person's papers. valid: good for travel. expired: out of date. forged: known to be false. none: there
   * are none. withheld: the person does not show them; papers that somebody else keeps belong under papers kept by
   * somebody else.
   */
  documents?: "valid" | "expired" | "forged" | "none" | "withheld" | "unknown" | null | undefined;
  /**
   * Immigration position in the country of contact. national: a citizen of it. regular: allowed to stay. irregular:
   * without permission to stay. None of them says whether somebody is trafficked.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  migration_status?: "national" | "regular" | "irregular" | "unknown" | null | undefined;
  /**
   * legal: as the law asks. irregular: not as the law asks. mixed: partly the one, partly the other. not_crossed: no
   * border was crossed. None of them says whether somebody is trafficked.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  entry_manner?: "legal" | "irregular" | "mixed" | "not_crossed" | "unknown" | null | undefined;
  /**
   * Yes: a border was crossed. No: everything happened inside one country. Trafficking inside one country counts in the
   * same way.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  cross_border?: boolean | null | undefined;
  /**
   * Whether the person wants to go back to the country or place of origin. willing: they want to. unwilling: they do
   * not. undecided: they do not know yet. It never decides who is trafficked, nor who gets shelter or help.
   */
  return_wish?: "willing" | "unwilling" | "undecided" | "unknown" | null | undefined;
  /**
   * Yes: a return is possible for the person when safety, family and status are looked at together. No: one of them
   * stands in the way. It is not about wanting to, and never a reason to send anybody away.
   */
  able_to_return?: boolean | null | undefined;
  /**
   * Whether the person wants to testify. willing: they want to. unwilling: they do not. undecided: they do not know
   * yet. It never decides who is trafficked, nor who gets shelter or help.
   */
  testimony_wish?: "willing" | "unwilling" | "undecided" | "unknown" | null | undefined;
  /**
   * Yes: the person gives the police information. No: they do not. Neither says anything about what happened to them.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  cooperates_with_police?: boolean | null | undefined;
  /**
   * Yes: the person sold sex before. No: they did not. Neither says whether somebody is trafficked.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  prior_sex_work?: boolean | null | undefined;
  /**
   * Yes: the person was found in the sex industry. No: they were found elsewhere. Neither says whether somebody is
   * trafficked.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  sex_industry_at_contact?: boolean | null | undefined;
  /**
   * Yes: an offence linked to the situation is alleged, such as sex work, begging, entry, work, stay or papers. No:
   * none is alleged. Neither says whether somebody is trafficked.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  accused_of_offence?: boolean | null | undefined;
  /**
   * Yes: the person is said to have recruited others. No: nobody says so. Neither changes what was done to the person.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  alleged_recruiter?: boolean | null | undefined;
  /**
   * Yes: an owner or another controller let the person go or sent them to you. It is no sign that the person is not
   * trafficked.
   */
  released_by_controller?: boolean | null | undefined;
  /**
   * Yes: an interviewer had the impression that the account was rehearsed. No: they had no such impression. It is an
   * impression, not a fact.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  story_seems_rehearsed?: boolean | null | undefined;
  /**
   * bar_raid: a raid on a bar or the like. routine_control: an ordinary check. self_police, self_embassy: the person
   * turned to them. client_report: a client reported it. family_friend_ngo_report: a relative, a friend or an NGO did.
   * health_service, helpline: through one of these. controller_release: a controller let them go or sent them. other:
   * another way.
   */
  contact_channel?: "bar_raid" | "routine_control" | "self_police" | "self_embassy" | "client_report" | "family_friend_ngo_report" | "health_service" | "helpline" | "controller_release" | "other" | "unknown" | null | undefined;
  /**
   * What the person says about being trafficked. says_trafficked: that they were. denies: that they were not. unsure:
   * that they do not know. silent: nothing. A denial or silence closes no case.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  self_description?: "says_trafficked" | "denies" | "unsure" | "silent" | "unknown" | null | undefined;
  /**
   * Yes: the person was offered a safe talk to find out whether they are trafficked, and does not want it now. No: it
   * was not offered yet, or the person has not turned it down. It is no sign either way.
   */
  screening_declined?: boolean | null | undefined;
  /**
   * Yes: the person was assisted or returned before, and is back: they have come to notice again. It uses up no right,
   * and it is no sign of bad faith.
   */
  previously_assisted?: boolean | null | undefined;
  /**
   * Yes: the person meets the entry criteria of one given organisation's programme. No: they do not meet them. It is
   * about that programme, never about the person's rights.
   *
   * @deprecated It changes nothing: do not collect it.
   */
  programme_eligible?: boolean | null | undefined;
  /**
   * Yes: the body that deals with this person here has decided, in the present case. A talk that ended in silence or
   * was declined is no decision; a decision taken elsewhere or in an earlier case goes only under the outcome of an
   * earlier decision.
   */
  identification_completed?: boolean | null | undefined;
  /**
   * The outcome of a formal identification decision taken earlier, here or elsewhere. recognised: the person was
   * recognised as trafficked. refused: recognition was refused. An opinion or a rumour is neither.
   */
  identification_result?: "recognised" | "refused" | "unknown" | null | undefined;
  /**
   * police_only: police alone, international police included. independent: a body outside the police, such as an NGO or
   * social workers. joint: police together with such a body. none: nobody yet.
   */
  identification_by?: "police_only" | "independent" | "joint" | "none" | "unknown" | null | undefined;
  /**
   * Yes: the decision followed a written procedure. A habit, a spoken order or a list in somebody's head is not a
   * written procedure.
   */
  written_procedure_followed?: boolean | null | undefined;
  /**
   * Yes: everything was said in a language that the person understands well, where needed through an interpreter who
   * has no link to anybody who may control them. A few shared words, or a companion who translates, are not enough.
   */
  understood_language_used?: boolean | null | undefined;
  /**
   * Yes: the person was given a safe place to think, out of reach, sight and hearing of anybody who may control them. A
   * cell, a police car, the place where they were found or a room full of people is not one.
   */
  safe_space_given?: boolean | null | undefined;
  /**
   * Yes: the person was given time to understand their situation and to weigh their options. Time under pressure, a
   * deadline in the middle of questioning, or a night in a cell is not meant.
   */
  time_given?: boolean | null | undefined;
  /**
   * Yes: rights and options were explained to the person so that they could understand them. A leaflet handed over, or
   * a paper signed, is not enough alone.
   */
  rights_explained?: boolean | null | undefined;
  /**
   * Yes: the person is in danger now, from anybody or anything, themselves included. It needs no proof, and nobody need
   * be recognised as trafficked for it.
   */
  immediate_danger?: boolean | null | undefined;
  /**
   * Yes: the person needs medical care now, for the body or the mind. Nobody need be recognised as trafficked for it.
   */
  urgent_health_need?: boolean | null | undefined;
  /**
   * Yes: the person shows signs of trauma. It is what somebody noticed, not a diagnosis. No means only that no signs
   * were noticed.
   */
  trauma_signs?: boolean | null | undefined;
  /**
   * Yes: traffickers still claim money from the person, whether the debt is real or not. A debt to a bank, or to a
   * friend who has no part in it, is not meant.
   */
  debt_to_trafficker?: boolean | null | undefined;
  /**
   * Yes: relatives of the person may be in danger because of what happened, or of what the person says or does now. It
   * need not be certain, and no threat need have been spoken.
   */
  family_at_risk?: boolean | null | undefined;
  /**
   * Yes: the place of origin is unsafe for the person, or it is where the trafficking began. It is about the town or
   * district and the people there, not only about the country as a whole.
   */
  origin_unsafe?: boolean | null | undefined;
  /**
   * Yes: the person comes from a violent home, from a family that could not care for them, or from a state institution.
   * An institution counts even if nobody was violent there; being poor is not meant.
   */
  home_violence_or_institution?: boolean | null | undefined;
  /**
   * Yes: somebody is organising a return of the person to the country or place of origin. A wish alone, or a talk about
   * it, is not yet a plan.
   */
  return_planned?: boolean | null | undefined;
  /** Yes: the person is back in the country or place of origin, by whatever way. No: they are still elsewhere. */
  returned?: boolean | null | undefined;
  /**
   * Yes: criminal proceedings against a trafficker are open or expected. A case against the person themselves is not
   * meant.
   */
  proceedings_open?: boolean | null | undefined;
  /**
   * Yes: the person has made a statement or testified, in writing or aloud, before a trial or in it. A talk with
   * helpers is not meant; a statement that the police wrote down is.
   */
  testified?: boolean | null | undefined;
  /**
   * Yes: the file names or points to a trafficker or an enterprise. A good trace is enough, without proof. No: nothing
   * in the file points to anybody.
   */
  trafficker_indicated?: boolean | null | undefined;
  /**
   * Yes: somebody says that a public official was involved, for example by taking part, taking money, looking away or
   * using the services. It is an allegation and need not be proved.
   */
  official_involvement_alleged?: boolean | null | undefined;
  /**
   * Yes: somebody says that staff of an international mission were involved, whether peacekeepers, police, aid workers
   * or diplomats. It is an allegation and need not be proved.
   */
  mission_involvement_alleged?: boolean | null | undefined;
};

/** Something that a duty-bearer did, is said to have done, plans or is known not to have done. */
export interface See2002ConductEvent {
  /** What was done: a conduct code of the standard. */
  code: See2002ConductCode;
  /** Who did it, where that is known. */
  actor?: Actor | null | undefined;
  /** How certain it is. */
  certainty: Certainty;
}

/**
 * What is known about one person's situation, and what officials did.
 *
 * A record holds no identity: no name, no date of birth, no number of a document, no address, no free text. Everything
 * may be absent; a fact that is absent is unknown, never "no". Which facts and codes there are, the dictionary of the
 * standard says.
 */
export interface See2002Record {
  /** A random token that the caller can match with its own files: a UUID with hyphens or a ULID. */
  reference?: Reference | null | undefined;
  /** What is known, by the names of the dictionary. */
  facts?: See2002Facts | null | undefined;
  /** Facts that the person would rather not be asked. */
  declined?: readonly See2002FactName[] | null | undefined;
  /** What duty-bearers did, one event each. */
  conduct?: readonly See2002ConductEvent[] | null | undefined;
}

/** The name of a fact, in catalogue order. */
export type See2002FactName =
  // Age in years
  | "age_years"
  // Under 18 or adult now
  | "majority"
  // Age when the trafficking began
  | "age_when_trafficked"
  // Under 18 or adult when it began
  | "majority_when_trafficked"
  // Reason to think the person is under 18
  | "age_doubt"
  // What the recorded age rests on
  | "age_basis"
  // Recruited by somebody
  | "act_recruited"
  // Transported by somebody
  | "act_transported"
  // Passed on or sold to somebody else
  | "act_transferred"
  // Lodged or kept by somebody
  | "act_harboured"
  // Received on arrival by somebody
  | "act_received"
  // Force, or the threat of it
  | "means_force_or_threat"
  // Pressure of another kind
  | "means_other_coercion"
  // Taken away against their will
  | "means_abduction"
  // Deceived about work, pay or life
  | "means_fraud_or_deception"
  // Power over the person was abused
  | "means_abuse_of_power"
  // No real choice, and somebody used it
  | "means_abuse_of_vulnerability"
  // Payment to somebody who controls them
  | "means_payment_for_control"
  // Debt used to keep hold of them
  | "ctrl_debt_used"
  // Threat to tell others what they did
  | "ctrl_exposure_threat_used"
  // Fear of violence used to control them
  | "ctrl_violence_fear_used"
  // Stay or papers used as a threat
  | "ctrl_irregular_status_used"
  // Papers kept by somebody else
  | "ctrl_documents_withheld"
  // Locked in, guarded or never out alone
  | "ctrl_confined"
  // Sexual exploitation intended
  | "purpose_sexual_exploitation"
  // Forced labour or services intended
  | "purpose_forced_labour"
  // Begging for somebody else intended
  | "purpose_begging"
  // Slavery or servitude intended
  | "purpose_slavery_or_servitude"
  // Removal of an organ intended
  | "purpose_organ_removal"
  // Illegal adoption intended
  | "purpose_illegal_adoption"
  // Other exploitation, or kind not yet told
  | "purpose_other_or_unspecified"
  // Somebody visibly controls the person
  | "ind_third_party_control"
  // Moved between workplaces or passed on
  | "ind_moved_or_resold"
  // Fear of whoever controls them
  | "ind_afraid_of_controller"
  // Earnings taken or kept back
  | "ind_earnings_taken"
  // Report with own words or concrete signs
  | "ind_report_of_control"
  // Somebody reported possible trafficking
  | "ind_third_party_report"
  // Under 18, or may be, and found begging
  | "ind_child_begging"
  // Under 18, or may be, and found in a bar
  | "ind_child_at_place_of_exploitation"
  // Said to have agreed to the exploitation
  | "consent_to_exploitation"
  // Said to have agreed to journey or job
  | "consent_to_travel_or_work"
  // Papers for a return journey
  | "documents"
  // Immigration position here
  | "migration_status"
  // How the border was crossed
  | "entry_manner"
  // A border was crossed
  | "cross_border"
  // Wish to go back
  | "return_wish"
  // Return is possible for the person
  | "able_to_return"
  // Wish to testify
  | "testimony_wish"
  // Gives the police information
  | "cooperates_with_police"
  // Sold sex before
  | "prior_sex_work"
  // Found in the sex industry
  | "sex_industry_at_contact"
  // Offence alleged in this situation
  | "accused_of_offence"
  // Said to have recruited others
  | "alleged_recruiter"
  // Let go or sent by a controller
  | "released_by_controller"
  // Impression of a rehearsed account
  | "story_seems_rehearsed"
  // How the person came to notice
  | "contact_channel"
  // What the person says about being trafficked
  | "self_description"
  // Does not want the talk now
  | "screening_declined"
  // Helped or returned before, and back
  | "previously_assisted"
  // Fits one programme's entry criteria
  | "programme_eligible"
  // Decision taken in this case
  | "identification_completed"
  // Outcome of an earlier decision
  | "identification_result"
  // Who has assessed the person
  | "identification_by"
  // A written procedure was followed
  | "written_procedure_followed"
  // Language the person understands well
  | "understood_language_used"
  // Safe place to think was given
  | "safe_space_given"
  // Time to understand and weigh options
  | "time_given"
  // Rights and options explained
  | "rights_explained"
  // In danger now
  | "immediate_danger"
  // Needs medical care now
  | "urgent_health_need"
  // Signs of trauma
  | "trauma_signs"
  // Traffickers still claim money
  | "debt_to_trafficker"
  // Relatives may be in danger
  | "family_at_risk"
  // Place of origin is not safe
  | "origin_unsafe"
  // Harmful home, or an institution, before
  | "home_violence_or_institution"
  // A return is being organised
  | "return_planned"
  // Back in the country or place of origin
  | "returned"
  // Criminal case open or expected
  | "proceedings_open"
  // Has made a statement or testified
  | "testified"
  // File points to a trafficker or business
  | "trafficker_indicated"
  // A public official is said to be involved
  | "official_involvement_alleged"
  // Mission staff are said to be involved
  | "mission_involvement_alleged";

/** A conduct code, in catalogue order. */
export type See2002ConductCode =
  // Recognition as trafficked refused
  | "recognition_refused"
  // Recognition refused because no border was crossed
  | "status_denied_over_no_border"
  // Recognition refused over alleged agreement
  | "status_denied_over_consent"
  // Recognition refused over the wish to return or not
  | "status_denied_over_return"
  // Recognition refused over not testifying
  | "status_denied_over_testimony"
  // No interview offered because papers were valid
  | "not_screened_because_documents_valid"
  // Classified as an irregular migrant
  | "classified_as_irregular_migrant"
  // Recognition refused over sex work
  | "status_denied_over_sex_work"
  // Case closed because trafficking was denied
  | "case_closed_on_denial"
  // Silence, fear or trauma held against the person
  | "adverse_inference_from_silence"
  // Refused because the account sounded rehearsed
  | "refused_because_story_rehearsed"
  // Refused because those in control let the person go
  | "refused_because_controller_released"
  // Recognition refused over alleged recruiting
  | "status_denied_over_recruiting"
  // Refused because helped or returned before
  | "refused_because_helped_before"
  // Safe interview not offered
  | "screening_not_offered"
  // Report of possible trafficking ignored
  | "report_ignored"
  // Assessed by police alone
  | "police_only_identification"
  // Decided without a written procedure
  | "decision_without_written_standard"
  // No time or no safe place given
  | "no_time_or_safe_space"
  // Rights and options not explained
  | "rights_not_explained"
  // Language not understood, or interpreter not safe
  | "language_not_understood"
  // Questioned in front of someone in control
  | "questioned_before_controller"
  // Questioned where the person was found
  | "questioned_at_workplace"
  // Questioned while others listened
  | "questioned_before_others"
  // Made to answer, or kept for questioning
  | "interview_compelled"
  // Hesitation under questioning turned into a refusal
  | "adverse_decision_under_interrogation"
  // Refusal recorded without safe identification
  | "negative_recorded_on_open_case"
  // Under 18 (or possibly): refused over agreement
  | "child_refused_over_consent"
  // Under 18 (or possibly): no special protection given
  | "no_special_child_protection"
  // Under 18 (or possibly): help not given
  | "child_not_assisted"
  // Age not looked into
  | "age_not_checked"
  // Under 18 (or possibly): treated as an adult
  | "child_treated_as_adult"
  // Under 18 (or possibly): prosecuted, locked up or deported
  | "child_prosecuted_imprisoned_or_deported_for_situation"
  // Under 18 (or possibly): handled as irregular migrant
  | "child_treated_as_irregular_migrant"
  // Under 18 (or possibly): only put in an institution
  | "child_placed_in_orphanage_only"
  // Under 18 (or possibly): no services for children
  | "no_child_services"
  // Under 18 (or possibly): best interests not assessed
  | "no_best_interests_assessment"
  // Under 18 (or possibly): returned, interests not assessed
  | "child_returned_without_best_interests"
  // Under 18 (or possibly): no child procedure used
  | "no_child_procedure"
  // Under 18 (or possibly): no support after return
  | "no_child_reintegration_support"
  // Under 18 (or possibly): begging not looked into
  | "child_begging_ignored"
  // Under 18 (or possibly): placed in an unchecked home
  | "child_placed_in_harmful_home"
  // Prosecuted because of their situation
  | "prosecuted_for_situation"
  // Handled as an irregular migrant
  | "treated_as_irregular_migrant"
  // Arrested or held because of their situation
  | "arrested_or_detained_for_situation"
  // Charged for sex work
  | "charged_prostitution"
  // Charged for how they entered
  | "charged_illegal_entry"
  // Charged for irregular work or stay
  | "charged_illegal_work_or_stay"
  // Fined because of their situation
  | "fined_for_situation"
  // Deported
  | "deported"
  // Removed before safe identification
  | "removed_before_screening"
  // Charged, fined or held before safe identification
  | "penalised_before_screening"
  // Left at a border
  | "left_at_border"
  // Handed to traffickers
  | "handed_to_trafficker"
  // Money taken for bringing the person home
  | "took_money_for_return"
  // Let go without an offer of help
  | "released_without_offer"
  // Services of an exploited person used by officials
  | "official_used_services"
  // Officials worked with or shielded traffickers
  | "official_colluded"
  // Exposed or labelled
  | "exposed_or_labelled"
  // Discriminated against
  | "discriminated"
  // Service imposed against the person's will
  | "service_imposed"
  // Held or moved for their own good (not care of a child)
  | "confined_for_protection"
  // Access to justice refused or tied to conditions
  | "access_to_justice_refused"
  // Security protection not given
  | "no_security"
  // Danger not met at once
  | "urgent_safety_refused"
  // Relatives in danger not protected
  | "family_not_protected"
  // Gynaecological examination compelled
  | "compulsory_gyn_exam"
  // HIV or STI test done without being asked for
  | "hiv_sti_test_without_request"
  // Medical or age examination compelled
  | "compulsory_medical_or_age_examination"
  // What was said used against the person
  | "account_used_against_person"
  // Stay for recovery refused
  | "stay_for_recovery_refused"
  // Stay for asylum or witness protection refused
  | "stay_for_asylum_or_witness_refused"
  // Kept from asking for asylum
  | "asylum_blocked"
  // Kept from applying for resettlement or residence
  | "residence_application_blocked"
  // Shelter refused
  | "shelter_refused"
  // Shelter tied to going home
  | "shelter_conditioned_on_return"
  // Help tied to testimony
  | "help_conditioned_on_testimony"
  // Help tied to going home
  | "help_conditioned_on_return"
  // Help refused over programme criteria
  | "refused_as_not_qualifying"
  // Help ended too early
  | "help_cut_short"
  // Medical help refused
  | "medical_care_refused"
  // Urgent medical care withheld
  | "urgent_care_withheld"
  // Psychological counselling refused
  | "psychological_care_refused"
  // Legal advice refused
  | "legal_advice_refused"
  // Access to legal remedies blocked
  | "remedies_blocked"
  // No options offered other than going home
  | "no_alternatives_offered"
  // Lived under shelter rules that breach rights
  | "shelter_rules_violate_rights"
  // HIV and STI prevention not offered
  | "no_hiv_sti_prevention"
  // No individual plan made
  | "no_individual_plan"
  // Wished return blocked
  | "voluntary_return_blocked"
  // Return imposed
  | "return_imposed"
  // Travel papers for the return refused
  | "travel_documents_refused"
  // Sent on an unsafe journey
  | "unsafe_journey"
  // Returned without a check of the dangers
  | "return_without_risk_assessment"
  // Not protected after return
  | "no_security_after_return"
  // Returned to the same place with just a list
  | "returned_to_same_conditions"
  // Help to live elsewhere refused
  | "relocation_refused"
  // Returned before trial with no choice to wait
  | "returned_before_trial_without_option"
  // No real follow-up after return
  | "no_follow_up"
  // Kept from testifying
  | "testimony_blocked"
  // Not allowed to wait for the trial
  | "not_allowed_to_await_trial"
  // Heard in writing only
  | "only_written_statement_used"
  // Witness protection not assessed or not given
  | "no_witness_protection"
  // Pressured to testify
  | "pressured_to_testify"
  // Risks of testifying not explained
  | "risk_of_testimony_not_explained"
  // Outcome of the case not shared
  | "outcome_not_communicated"
  // Statement lost
  | "testimony_lost"
  // Witness left unprotected after return
  | "witness_unprotected_after_return"
  // Civil claim blocked
  | "civil_claim_blocked"
  // Reintegration programme refused
  | "reintegration_refused"
  // Long-term social support refused
  | "long_term_support_refused"
  // Job training refused
  | "vocational_training_refused"
  // Help to find work refused
  | "job_placement_refused"
  // Housing refused
  | "housing_refused"
  // Education refused
  | "education_refused"
  // Small loan refused
  | "micro_credit_refused"
  // Therapy refused or cut short
  | "therapy_refused"
  // Help to build a new life refused
  | "independent_living_refused"
  // Help stopped at the bare minimum
  | "minimum_package_only"
  // Identity registered
  | "identity_registered"
  // Other personal data registered
  | "personal_data_registered"
  // Profile sent without consent
  | "profile_sent_without_consent"
  // Disclosed without consent (no danger, no child to protect)
  | "disclosed_without_consent"
  // No action against a known trafficker
  | "no_action_against_trafficker"
  // Lack of a special law used as an excuse
  | "no_law_used_as_excuse"
  // Only the law on sex work enforced
  | "only_prostitution_law_enforced"
  // Allegation against officials not investigated
  | "official_involvement_not_investigated"
  // Allegation against mission staff not investigated
  | "mission_allegation_not_investigated"
  // Compensation blocked
  | "compensation_blocked"
  // Deliberately nothing done against traffickers
  | "deliberate_inaction"
  // Not referred to help
  | "not_referred"
  // Handed on without agreement (not a child, no emergency)
  | "referred_without_agreement"
  // Not referred because of no wish to go home
  | "not_referred_because_no_return"
  // Helping organisation not told about the raid
  | "assisting_organisation_not_informed"
  // Under 18 (or possibly): child protection not called
  | "child_not_referred"
  // Sent to a return programme without the wish
  | "referred_to_return_without_wish"
  // Allegation sent to the unit concerned
  | "referred_to_implicated_unit"
  // Embassy contacted without the person's wish
  | "embassy_contacted_without_wish"
  // Reasons for the decision not recorded
  | "no_reasons_recorded"
  // Reasons or a review refused
  | "reasons_or_review_refused";

/** The id of a conclusion, in catalogue order. */
export type See2002ConclusionId =
  // Recognise the person as trafficked
  | "obligation:recognise-as-trafficked"
  // Offer a safe identification interview
  | "obligation:offer-screening"
  // Open a protection case on this report
  | "obligation:open-protection-case"
  // An assessment by an independent body
  | "entitlement:independent-assessment"
  // Bring in an independent body
  | "obligation:involve-independent-body"
  // Follow the written procedure and record reasons
  | "obligation:record-reasons-against-standard"
  // Time to think
  | "entitlement:time-to-consider"
  // A safe place to think
  | "entitlement:safe-space"
  // Clear information on rights and options
  | "entitlement:information-on-rights-and-options"
  // Give time and a safe place to think
  | "obligation:give-time-and-safe-space"
  // Explain rights and options
  | "obligation:explain-rights-and-options"
  // Speak a language the person understands well
  | "obligation:provide-interpreter"
  // Do not question near anyone who may control them
  | "prohibition:question-in-front-of-controller"
  // Do not question the person where they were found
  | "prohibition:question-at-place-of-exploitation"
  // Do not question while others listen
  | "prohibition:question-before-others"
  // Do not force anyone to answer
  | "prohibition:compel-interview"
  // Do not turn hesitation into a refusal
  | "prohibition:adverse-decision-during-interrogation"
  // Do not refuse without safe identification
  | "prohibition:record-negative-decision-without-safe-identification"
  // Reopen the case when new facts appear
  | "obligation:reopen-on-new-facts"
  // Special protection owed to every child
  | "entitlement:special-child-protection"
  // Help owed to a trafficked child
  | "entitlement:child-assistance"
  // Find out the age without examining the body
  | "obligation:inquire-age-without-examination"
  // Do not treat a child as an adult
  | "prohibition:treat-child-as-adult"
  // Do not prosecute, lock up or deport a child
  | "prohibition:prosecute-imprison-or-deport-child-for-situation"
  // Do not treat a child as an irregular migrant
  | "prohibition:treat-child-as-irregular-migrant"
  // Do not just place a child in an institution
  | "prohibition:institution-only-placement"
  // Services made for children
  | "entitlement:child-specific-services"
  // Assess the child's best interests
  | "obligation:best-interests-assessment"
  // Assess best interests before a child returns
  | "obligation:best-interests-before-return"
  // Use the special procedure for children
  | "obligation:child-identification-procedure"
  // Special support for a child after return
  | "entitlement:child-reintegration-support"
  // Have child protection look into the begging
  | "obligation:child-protection-inquiry"
  // Follow up signs of illegal adoption
  | "obligation:inquire-illegal-adoption"
  // Assess the home before placing a child there
  | "obligation:assess-home-before-placement"
  // Do not prosecute the person for their situation
  | "prohibition:prosecute-for-situation"
  // Do not treat the person as an irregular migrant
  | "prohibition:treat-as-irregular-migrant"
  // Do not arrest or hold the person for their situation
  | "prohibition:arrest-or-detain-for-situation"
  // Do not charge the person for sex work
  | "prohibition:charge-prostitution"
  // Do not charge the person for how they entered
  | "prohibition:charge-illegal-entry"
  // Do not charge for irregular work or stay
  | "prohibition:charge-illegal-work-or-stay"
  // Do not fine the person for their situation
  | "prohibition:fine-for-situation"
  // Do not deport the person
  | "prohibition:deport"
  // Do not remove anyone before safe identification
  | "prohibition:remove-before-screening"
  // Do not charge, fine or hold before identification
  | "prohibition:penalise-before-screening"
  // Do not leave the person at a border
  | "prohibition:leave-at-border"
  // Do not hand anyone to traffickers
  | "prohibition:hand-to-trafficker"
  // Do not take money for bringing anyone home
  | "prohibition:take-money-for-return"
  // Offer help to anyone who is let go
  | "obligation:offer-help-on-release"
  // Do not use the services of exploited people
  | "prohibition:official-uses-services"
  // Do not work with, shield or befriend traffickers
  | "prohibition:official-collusion"
  // Do not expose or label the person
  | "prohibition:expose-or-label"
  // Do no harm
  | "obligation:do-no-harm"
  // Help without discrimination
  | "obligation:non-discrimination"
  // Offer every service, impose none
  | "obligation:voluntary-services"
  // Do not confine anyone for their own good
  | "prohibition:confine-for-protection"
  // Access to justice without conditions
  | "entitlement:access-to-justice"
  // Protection of the person's security
  | "entitlement:security"
  // Meet the danger first
  | "obligation:urgent-safety"
  // Security for relatives in danger
  | "entitlement:family-security"
  // Do not compel a gynaecological examination
  | "prohibition:compulsory-gynaecological-exam"
  // Do not test for HIV or STIs unless asked to
  | "prohibition:hiv-sti-test-without-request"
  // Do not compel a medical or age examination
  | "prohibition:compulsory-medical-or-age-examination"
  // Do not use what was said against the person
  | "prohibition:use-account-against-person"
  // Lawful stay during recovery
  | "entitlement:stay-for-recovery"
  // Lawful stay during asylum or witness protection
  | "entitlement:stay-while-asylum-or-witness-protection"
  // A fair chance to ask for asylum
  | "entitlement:seek-asylum"
  // A chance to apply for resettlement or residence
  | "entitlement:apply-resettlement-or-residence"
  // Protect those who give shelter and help
  | "obligation:protect-service-providers"
  // A shelter that asks nothing in return
  | "entitlement:shelter"
  // Do not tie shelter to going home
  | "prohibition:condition-shelter-on-return"
  // Do not tie help to testimony
  | "prohibition:condition-help-on-testimony"
  // Do not tie help to going home
  | "prohibition:condition-help-on-return"
  // Do not refuse help over programme criteria
  | "prohibition:refuse-as-not-qualifying"
  // Help for as long as it is needed
  | "entitlement:assistance-for-appropriate-period"
  // Medical help
  | "entitlement:medical-care"
  // Get urgent medical care first
  | "obligation:urgent-medical-care"
  // Psychological counselling
  | "entitlement:psychological-care"
  // Legal advice
  | "entitlement:legal-advice"
  // Access to legal remedies
  | "entitlement:access-to-remedies"
  // Options other than going home
  | "entitlement:alternatives-to-return"
  // Keep to the shared minimum standard
  | "obligation:minimum-standard-of-treatment"
  // Shelter rules that protect residents' rights
  | "entitlement:shelter-users-rights"
  // HIV and STI prevention, for those who want it
  | "entitlement:hiv-sti-prevention"
  // Have trained and committed staff give the care
  | "obligation:trained-staff"
  // Make an individual plan
  | "obligation:individual-plan"
  // See a person to protect, not a migrant to return
  | "obligation:victim-focus"
  // Help to go home, as the person wishes
  | "entitlement:assisted-voluntary-return"
  // Do not impose a return
  | "prohibition:impose-return"
  // Keep all options open
  | "obligation:keep-options-open"
  // Travel papers for a voluntary return
  | "entitlement:travel-documents"
  // Make the journey safe
  | "obligation:safe-journey"
  // Assess the dangers before a return
  | "obligation:risk-assessment-before-return"
  // Protection after arrival
  | "entitlement:security-after-return"
  // Do not return anyone with just a list of addresses
  | "prohibition:return-to-same-conditions-with-list"
  // Help to live in a safer place
  | "entitlement:relocation-support"
  // Do not return a witness who would wait for trial
  | "prohibition:return-before-trial-without-option-to-wait"
  // Check whether traffickers steer who is sent home
  | "obligation:check-channel-for-trafficker-control"
  // Offer real follow-up, not only payments
  | "obligation:offer-follow-up"
  // A way to testify, as the person wishes
  | "entitlement:testify"
  // Lawful stay until the trial is held
  | "entitlement:stay-until-trial"
  // A chance to testify in court
  | "entitlement:testify-at-trial"
  // An assessment for witness protection
  | "entitlement:witness-protection-assessment"
  // Do not pressure anyone to testify
  | "prohibition:pressure-to-testify"
  // Explain the risks before any choice to testify
  | "obligation:explain-risk-before-testimony"
  // News of what became of the case
  | "entitlement:informed-of-outcome"
  // Keep every statement safe
  | "obligation:preserve-testimony"
  // Protection of a witness after return
  | "entitlement:witness-security-after-return"
  // A way to bring a civil claim
  | "entitlement:civil-claim"
  // A chance to join a reintegration programme
  | "entitlement:reintegration-programme"
  // Long-term social support
  | "entitlement:long-term-social-support"
  // Job training that fits the local market
  | "entitlement:vocational-training"
  // Help to find work
  | "entitlement:job-placement"
  // A place to live
  | "entitlement:housing"
  // School and education
  | "entitlement:education"
  // A small loan to start own work
  | "entitlement:micro-credit"
  // Individual therapy over a long time
  | "entitlement:long-term-individual-therapy"
  // Help to build a new life
  | "entitlement:independent-living-support"
  // Do not stop at one night and a small allowance
  | "prohibition:stop-at-minimum-package"
  // Work on the causes, so it does not happen again
  | "obligation:address-root-causes"
  // Support against stigma and exclusion
  | "entitlement:stigma-support"
  // Do not register the person's identity
  | "prohibition:register-identity"
  // Do not register other personal data
  | "prohibition:register-personal-data"
  // Do not send a profile without consent
  | "prohibition:send-profile-without-consent"
  // Do not disclose anything without consent
  | "prohibition:disclose-without-consent"
  // Keep identity out of this record
  | "obligation:no-identity-data-in-record"
  // Investigate and prosecute the trafficker
  | "obligation:investigate-trafficker"
  // Charge traffickers under the law there is
  | "obligation:charge-under-existing-law"
  // Do not enforce only the law on sex work
  | "prohibition:enforce-only-prostitution-law"
  // Gather evidence beyond the statement
  | "obligation:gather-other-evidence"
  // Consider closing the business and seizing gains
  | "obligation:consider-closure-and-confiscation"
  // Investigate allegations against officials
  | "obligation:investigate-officials"
  // Investigate allegations against mission staff
  | "obligation:investigate-mission-personnel"
  // A real way to get compensation
  | "entitlement:compensation"
  // Offer neutral safekeeping of money
  | "obligation:offer-neutral-safekeeping"
  // Do not stand by on purpose
  | "prohibition:deliberate-inaction"
  // Refer the person to those who can help
  | "obligation:refer"
  // Do not hand anyone on without agreement
  | "prohibition:refer-without-agreement"
  // Refer whether or not they want to go home
  | "obligation:refer-regardless-of-return-wish"
  // Tell the helping organisation about the raid
  | "obligation:inform-assisting-organisation"
  // A shelter that sets no conditions
  | "refer:unconditional-shelter"
  // A safe place for tonight
  | "refer:safe-place"
  // An independent identification body
  | "refer:independent-identification-body"
  // The child protection service
  | "refer:child-protection-service"
  // Medical help
  | "refer:medical-provider"
  // Psychological help
  | "refer:psychological-provider"
  // Legal aid
  | "refer:legal-aid"
  // A union or labour rights body
  | "refer:labour-rights-body"
  // A voluntary return programme
  | "refer:voluntary-return-programme"
  // Help that does not depend on going home
  | "refer:support-in-country"
  // Independent advice on asylum and residence
  | "refer:asylum-and-residence-advice"
  // Witness protection
  | "refer:witness-protection"
  // A reintegration programme
  | "refer:reintegration-programme"
  // Those who provide security
  | "refer:security-provider"
  // The body for compensation and remedies
  | "refer:compensation-and-remedies"
  // An oversight body outside the unit concerned
  | "refer:oversight-body"
  // Do not contact the embassy unless they want it
  | "prohibition:contact-embassy-without-wish"
  // Identify and refer together with helpers
  | "obligation:joint-identification-and-referral"
  // Give reasons that can be checked
  | "obligation:reviewable-decision"
  // The reasons, and a review on request
  | "entitlement:reasons-and-review"
  // Follow up how the help works out
  | "obligation:outcome-follow-up"
  // Review what earlier help lacked
  | "obligation:review-earlier-assistance"
  // Invite the person's view of the help
  | "obligation:invite-feedback";

