/**
 * The onion of filters around a handler and the filters that come with the framework. May touch {@code api} and
 * {@code flow}.
 */
@NullMarked
package org.shaddock.filter;

import org.jspecify.annotations.NullMarked;
