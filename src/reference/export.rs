pub fn csv() {}
