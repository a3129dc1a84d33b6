package org.shaddock.it.guarded;

import jakarta.ejb.Stateless;

/** Here because the server takes no ejb-jar without an EJB. */
@Stateless
public class Porter {}
