package org.shaddock.console;

import org.glassfish.api.Param;

/** A command that changes something on whichever members it concerns; the console names the one server whose row was chosen. */
abstract class WideActionCommand extends ActionCommand {

    @Param(optional = true, defaultValue = Members.EVERYWHERE)
    String on = Members.EVERYWHERE;

    WideActionCommand(String operation, String done, String nothing) {
        super(operation, done, nothing);
    }

    @Override
    String target() {
        return on;
    }
}
