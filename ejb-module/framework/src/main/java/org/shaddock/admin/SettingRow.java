package org.shaddock.admin;

/**
 * A setting in force.
 *
 * @param key its name
 * @param value what it is; a secret is shown as {@code ***}
 * @param origin the configuration source that gave it, {@code default} if none did
 * @param member where
 */
public record SettingRow(String key, String value, String origin, String member) {}
