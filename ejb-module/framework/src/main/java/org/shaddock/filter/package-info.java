/**
 * The onion of filters around a handler and the filters that come with the framework. May touch {@code api},
 * {@code flow} and {@code metrics}.
 */
@NullMarked
package org.shaddock.filter;

import org.jspecify.annotations.NullMarked;
