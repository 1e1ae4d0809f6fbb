banbaoBoard("61eb6a5ea9eafd43");
