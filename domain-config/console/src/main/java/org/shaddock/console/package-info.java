/**
 * Shaddock in the administration of Payara Server: {@code asadmin} commands and the pages of the admin console, which call the
 * same commands. A command runs in the administration server, asks the instances of its target through the container's own
 * channel, and puts together what they answer. On an instance the application is asked through its MBean, in texts and JSON
 * alone, so that nothing here shares a class with it.
 *
 * <p>The console calls the commands by REST, below {@code /management/domain/applications}. They are not below the domain itself,
 * since that answers with an error once more than 127 commands are there, and the server brings 115.
 */
@NullMarked
package org.shaddock.console;

import org.jspecify.annotations.NullMarked;
