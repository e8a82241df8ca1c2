// A thread of its own for images: takes the bytes of one, gives it back as pixels.

self.onmessage = async ({ data: { id, bytes, type } }) => {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type }));
    self.postMessage({ id, bitmap }, [bitmap]);
  } catch (problem) {
    self.postMessage({ id, problem: String(problem?.message ?? problem) });
  }
};
