/** The two topics of the process, and what a worker of each makes of a video. */
export const topics = [
  {
    name: 'transcodeVideo',
    step: 'Transcode video',
    role: 'transcoder',
    workers: 'Transcoders',
    doing: 'Transcoding',
    results: () => ({ resolution: '1080p' }),
  },
  {
    name: 'uploadVideo',
    step: 'Upload video',
    role: 'uploader',
    workers: 'Uploaders',
    doing: 'Uploading',
    results: (video) => ({ url: `https://videos.example/${encodeURIComponent(video)}` }),
  },
];

export function topicNamed(name) {
  return topics.find((topic) => topic.name === name);
}
