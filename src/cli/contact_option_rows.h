/* The fields of a contact as rows of a table of options: included inside one, since words in a
 * macro would not be found for translation. Not here: reading them (contact_options.c). */
/* clang-format off */
	{ CONTACT_OPTION(CONTACT_EMAIL), "email", N_("ADDRESS"),
		N_("an e-mail address; may be given several times") },
	{ CONTACT_OPTION(CONTACT_PHONE), "phone", N_("NUMBER"),
		N_("a phone number; may be given several times") },
	{ CONTACT_OPTION(CONTACT_CIRCLE), "circle", N_("CIRCLE"), N_("the circle they belong to") },
	{ CONTACT_OPTION(CONTACT_CADENCE), "every", N_("DAYS"),
		N_("the wish to be in touch every so many days") },
	{ CONTACT_OPTION(CONTACT_TAGS), "tag", N_("TAG"), N_("a tag; may be given several times") },
	{ CONTACT_OPTION(CONTACT_MET), "met", N_("TEXT"), N_("how and where you met") },
	{ CONTACT_OPTION(CONTACT_PRONOUNS), "pronouns", N_("TEXT"),
		N_("how they want to be spoken of") },
	{ CONTACT_OPTION(CONTACT_GRAMMATICAL_GENDER), "gender", N_("WORD"),
		N_("the grammatical gender that sentences about them take"), contact_option_gender },
	{ CONTACT_OPTION(CONTACT_INTRODUCED), "via", N_("NAME"), N_("who introduced you") },
	{ CONTACT_OPTION_RELATION, "relation", N_("KIND=NAME"),
		N_("their partner, family, colleague or friend; may be given several times"),
		contact_option_relation },
	{ CONTACT_OPTION_SET, "set", N_("FIELD=TEXT"),
		N_("any field, such as birthday or address; empty: nothing"), contact_option_field },
	/* clang-format on */
