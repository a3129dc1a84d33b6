package org.shaddock.config;

/** A setting cannot be used. The message names key, value and fix; it stops the deployment. */
public final class ConfigException extends RuntimeException {

    public ConfigException(String message) {
        super(message);
    }
}
