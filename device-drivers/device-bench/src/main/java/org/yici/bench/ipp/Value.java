package org.yici.bench.ipp;

import java.util.List;

/** One value of an attribute with the tag that says its kind. */
sealed interface Value {
    int tag();

    /** Integer and enum. */
    record Number(int tag, int value) implements Value {}

    record Bool(boolean value) implements Value {
        @Override
        public int tag() {
            return Tag.BOOLEAN;
        }
    }

    /** Every kind that is a string of characters, a name with language without its language. */
    record Text(int tag, String value) implements Value {}

    record Range(int lower, int upper) implements Value {
        @Override
        public int tag() {
            return Tag.RANGE;
        }
    }

    /** Dots per inch in both directions. */
    record Resolution(int dotsPerInch) implements Value {
        @Override
        public int tag() {
            return Tag.RESOLUTION;
        }
    }

    record Collection(List<Attribute> members) implements Value {
        public Collection {
            members = List.copyOf(members);
        }

        @Override
        public int tag() {
            return Tag.BEGIN_COLLECTION;
        }
    }

    /** No value, unsupported and their like, and every kind that this printer has no use for. */
    record Raw(int tag, byte[] bytes) implements Value {
        public Raw {
            bytes = bytes.clone();
        }
    }
}
