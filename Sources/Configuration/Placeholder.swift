// the first real file follows
