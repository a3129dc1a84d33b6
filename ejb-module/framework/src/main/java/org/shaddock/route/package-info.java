/**
 * Routes: their form and the convention that derives them from class and method names. May touch {@code api}.
 */
@NullMarked
package org.shaddock.route;

import org.jspecify.annotations.NullMarked;
